/** 項目の説明: the layouts and the error catalogue as pages for everybody; no data, no sign-in. */
@ApplicationModule(allowedDependencies = "layout")
@NullMarked
package kaigo.reference;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
