/** What M05 and M06 need beyond their item tables: their tables. */
@NullMarked
@NamedInterface("load")
package kaigo.benefits.load;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
