/** Screens of the municipality about 包括同意. */
@NullMarked
package kaigo.consent.web;

import org.jspecify.annotations.NullMarked;
