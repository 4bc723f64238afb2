/** Rules of 要介護認定 that are pure. */
@NamedInterface("rules")
@NullMarked
package kaigo.certification.rules;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
