/** 紙: forms as PDF, with an embedded font. Knows no record and no rule of who sees what. */
@ApplicationModule(allowedDependencies = "shared")
@NullMarked
package kaigo.paper;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
