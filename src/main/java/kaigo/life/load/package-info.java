/** What X01 needs beyond its item table: its table. */
@NullMarked
@NamedInterface("load")
package kaigo.life.load;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
