/** Wiring only: database, security, templates, errors, jobs, clock. */
@NullMarked
package kaigo.platform;

import org.jspecify.annotations.NullMarked;
