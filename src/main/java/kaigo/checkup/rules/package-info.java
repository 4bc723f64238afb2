/** The steps, over facts. */
@NullMarked
@NamedInterface("rules")
package kaigo.checkup.rules;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
