/** The states of an opinion that is written here, and what its form asks for. */
@NamedInterface("rules")
@NullMarked
package kaigo.opinion.rules;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
