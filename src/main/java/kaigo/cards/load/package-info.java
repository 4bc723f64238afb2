/** What M02, M03 and M04 need beyond their item tables: their tables, their rules. */
@NullMarked
@NamedInterface("load")
package kaigo.cards.load;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
