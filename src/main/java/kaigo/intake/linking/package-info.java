/** Asks the 中間サーバ for the keys of registered persons, and brings its answers home. */
@NullMarked
package kaigo.intake.linking;

import org.jspecify.annotations.NullMarked;
