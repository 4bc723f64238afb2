/** 送付箱: what waits for a municipality, written in the transaction of the act that it tells of, fetched by its system. */
@ApplicationModule(allowedDependencies = {"access", "api", "layout", "shared"})
@NullMarked
package kaigo.outbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
