/** The commands of ./kiban. check, generate and help start no Spring. */
@NullMarked
package kaigo.cli;

import org.jspecify.annotations.NullMarked;
