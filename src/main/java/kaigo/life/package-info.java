/** LIFE情報 as received: values of scales and flags, never free text (rulings 5). */
@ApplicationModule(allowedDependencies = {"access", "access::rules", "layout", "layout::items", "shared"})
@NullMarked
package kaigo.life;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
