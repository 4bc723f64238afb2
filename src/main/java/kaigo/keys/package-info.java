/**
 * Secrets: the one key file (or environment) of the program, and what is sealed with it.
 * No Spring here, so that the database can be started with its passwords first.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package kaigo.keys;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
