/** What only the demo has: simulators, sample data. Never together with {@code serve}. */
@NullMarked
package kaigo.demo;

import org.jspecify.annotations.NullMarked;
