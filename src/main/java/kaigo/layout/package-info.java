/**
 * レイアウト: the interfaces of the municipal link as data, and the engine that reads, checks and writes their records.
 * Adding or changing an interface is an edit of {@code layouts/}; this room knows no interface by name.
 */
@ApplicationModule(allowedDependencies = "shared")
@NullMarked
package kaigo.layout;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
