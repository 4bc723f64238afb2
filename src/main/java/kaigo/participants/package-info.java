/** 保険者 and municipalities: who takes part, since when. */
@ApplicationModule(allowedDependencies = "shared")
@NullMarked
package kaigo.participants;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
