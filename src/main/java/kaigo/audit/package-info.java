/** Append-only record of every look and act: chained, sealed by signed heads outside the database. */
@NullMarked
package kaigo.audit;

import org.jspecify.annotations.NullMarked;
