/** What M07, M08 and M10 need beyond their item tables: their tables, their rules. */
@NullMarked
@NamedInterface("load")
package kaigo.certification.load;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
