/** Our own supervisor of the embedded PostgreSQL: starts before the application and outlives its failures (settled 4). */
@NullMarked
@NamedInterface("postgres")
package kaigo.platform.postgres;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
