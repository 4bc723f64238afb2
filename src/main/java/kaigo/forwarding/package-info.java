/** 監査記録の転送: sends every entry of the audit stream to another machine, which its own operators cannot reach. */
@ApplicationModule(allowedDependencies = {"access", "audit", "jobs", "shared"})
@NullMarked
package kaigo.forwarding;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
