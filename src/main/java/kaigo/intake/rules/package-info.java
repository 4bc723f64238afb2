/** Pure rules of the load path: no SQL, no clock, no Spring. */
@NullMarked
package kaigo.intake.rules;

import org.jspecify.annotations.NullMarked;
