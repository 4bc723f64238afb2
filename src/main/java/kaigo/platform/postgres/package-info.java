/**
 * The embedded PostgreSQL: unpacks, prepares, starts, watches and stops a real server below the data folder.
 * No Spring here: it starts before Spring, and serves tests and command-line tools too.
 */
@NullMarked
package kaigo.platform.postgres;

import org.jspecify.annotations.NullMarked;
