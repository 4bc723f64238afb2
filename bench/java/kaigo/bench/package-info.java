/** Measurements ({@code ./kiban bench}) and the child server that they and {@code kaigo.chaos} use. Not shipped. */
@NullMarked
package kaigo.bench;

import org.jspecify.annotations.NullMarked;
