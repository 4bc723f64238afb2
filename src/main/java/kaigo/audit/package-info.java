/** Append-only record of every look and act: chained, sealed by signed heads outside the database. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package kaigo.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
