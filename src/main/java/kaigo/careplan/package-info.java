/** ケアプラン: the registered plans as received; the exchange between offices comes later. */
@ApplicationModule(allowedDependencies = {"access", "access::rules", "layout", "layout::items", "shared"})
@NullMarked
package kaigo.careplan;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
