/**
 * 送付箱: what waits for a municipality, written in the transaction of the act that it tells of, fetched by its system or on
 * the screen, and answered.
 */
@ApplicationModule(allowedDependencies = {"access", "api", "jobs", "layout", "mail", "paper", "screens", "shared"})
@NullMarked
package kaigo.outbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
