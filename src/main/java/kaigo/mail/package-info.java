/** 電子メール: what leaves by mail. Never a person's data. */
@ApplicationModule(allowedDependencies = "shared")
@NullMarked
package kaigo.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
