/** 要介護認定: application, progress, 認定調査票, 主治医意見書 as held, result. */
@ApplicationModule(allowedDependencies = {"layout", "layout::items", "shared"})
@NullMarked
package kaigo.certification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
