/** The states of what is in the 送付箱, and what the municipality may answer. */
@NamedInterface("rules")
@NullMarked
package kaigo.outbox.rules;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
