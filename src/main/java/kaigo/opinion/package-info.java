/** 主治医意見書: who was asked; writing and sending come later. */
@ApplicationModule(allowedDependencies = {"layout", "layout::items", "shared"})
@NullMarked
package kaigo.opinion;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
