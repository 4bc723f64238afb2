/**
 * 証明書: a small authority that issues server and client certificates, and the folder they lie in. The only room that
 * knows BouncyCastle.
 */
@ApplicationModule(allowedDependencies = "shared")
@NullMarked
package kaigo.certificates;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
