/** 証情報 (11 kinds): 被保険者証, 負担割合証, 減免減額認定証. */
@ApplicationModule(allowedDependencies = {"access", "access::rules", "layout", "layout::items", "shared"})
@NullMarked
package kaigo.cards;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
