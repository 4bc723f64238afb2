/** What M11 needs beyond its item table: its tables, its rule. */
@NullMarked
@NamedInterface("load")
package kaigo.committee.load;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
