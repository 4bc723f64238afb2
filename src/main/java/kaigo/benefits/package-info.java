/** 給付の利用: 住宅改修費 and 福祉用具購入費. */
@ApplicationModule(allowedDependencies = {"access", "access::rules", "layout", "layout::items", "shared"})
@NullMarked
package kaigo.benefits;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
