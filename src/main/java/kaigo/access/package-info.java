/** The gate: who may see what, and why. Only this room makes a {@link kaigo.access.Permit}. */
@NullMarked
package kaigo.access;

import org.jspecify.annotations.NullMarked;
