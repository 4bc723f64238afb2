/** What M01 needs beyond its item table: its table, its rule. */
@NullMarked
@NamedInterface("load")
package kaigo.insured.load;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
