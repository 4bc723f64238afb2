/** 方式① over HTTPS: registrations and their results. */
@NullMarked
package kaigo.intake.api;

import org.jspecify.annotations.NullMarked;
