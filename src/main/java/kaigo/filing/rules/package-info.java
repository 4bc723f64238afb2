/** What may be filed by whom, and what stands of all that was filed. */
@NamedInterface("rules")
@NullMarked
package kaigo.filing.rules;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
