/** REST operations of the set-up (方式①). */
@NullMarked
package kaigo.rollout.api;

import org.jspecify.annotations.NullMarked;
