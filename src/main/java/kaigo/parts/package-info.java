/** 部品: the libraries that this program ships, held against lists of published weaknesses. No Spring. */
@ApplicationModule(allowedDependencies = "shared")
@NullMarked
package kaigo.parts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
