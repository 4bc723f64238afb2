/** What every screen needs: texts, page frame, form fields, pager. Knows no rule and no record. */
@ApplicationModule(allowedDependencies = "shared")
@NullMarked
package kaigo.screens;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
