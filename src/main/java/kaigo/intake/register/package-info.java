/** Checked records into the tables of their rooms: set-based, a chunk a transaction. */
@NullMarked
package kaigo.intake.register;

import org.jspecify.annotations.NullMarked;
