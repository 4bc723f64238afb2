/** Pure rules of the roll-out: no SQL, no clock, no Spring. */
@NullMarked
package kaigo.rollout.rules;

import org.jspecify.annotations.NullMarked;
