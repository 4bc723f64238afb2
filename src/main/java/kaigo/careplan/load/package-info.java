/** What X02 needs beyond its item table: its tables. */
@NullMarked
@NamedInterface("load")
package kaigo.careplan.load;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
