/** 包括同意の規則: what counts, which event holds, and until when (rulings 18 to 21, 26). No SQL, no clock, no Spring. */
@NamedInterface("rules")
@NullMarked
package kaigo.consent.rules;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
