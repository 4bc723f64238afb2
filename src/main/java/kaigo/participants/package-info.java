/** 保険者 and municipalities: who takes part, since when. */
@NullMarked
package kaigo.participants;

import org.jspecify.annotations.NullMarked;
