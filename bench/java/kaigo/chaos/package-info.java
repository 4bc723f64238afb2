/** Kills the server and the database in mid-load and looks for what was lost ({@code ./kiban chaos}). Not shipped. */
@NullMarked
package kaigo.chaos;

import org.jspecify.annotations.NullMarked;
