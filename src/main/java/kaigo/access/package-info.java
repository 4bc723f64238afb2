/** The gate: who may see what, and why. Only this room makes a {@link kaigo.access.Permit}. */
@ApplicationModule(allowedDependencies = {"audit", "identity", "keys", "participants", "shared"})
@NullMarked
package kaigo.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
