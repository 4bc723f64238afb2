/** 要介護認定: application, progress, 認定調査票, 主治医意見書 as held, their images, result. */
@ApplicationModule(allowedDependencies = {"access", "access::rules", "layout", "layout::items", "shared"})
@NullMarked
package kaigo.certification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
