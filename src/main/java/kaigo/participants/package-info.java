/** 保険者 and municipalities, 事業所 and 医療機関: who takes part, since when. */
@ApplicationModule(allowedDependencies = "shared")
@NullMarked
package kaigo.participants;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
