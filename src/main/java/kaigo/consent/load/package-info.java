/** What M09 needs beyond its item table: its table, its rule. */
@NullMarked
@NamedInterface("load")
package kaigo.consent.load;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
