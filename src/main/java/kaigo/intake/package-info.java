/** The load path: receive, read, check, register, link, answer. */
@NullMarked
package kaigo.intake;

import org.jspecify.annotations.NullMarked;
