/** What M13 needs beyond its item table: its table, its rule. */
@NullMarked
@NamedInterface("load")
package kaigo.opinion.load;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
