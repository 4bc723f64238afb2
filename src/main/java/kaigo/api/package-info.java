/**
 * What every operation of the REST contract has in common: its errors, and the document itself. The operations stand in
 * the rooms that own the matter, in their {@code api} package.
 */
@ApplicationModule(allowedDependencies = {"audit", "shared"})
@NullMarked
package kaigo.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
