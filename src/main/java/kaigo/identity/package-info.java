/** Accounts, client certificates, sign-in. */
@ApplicationModule(
        allowedDependencies = {"api", "audit", "certificates", "jobs", "mail", "participants", "screens", "shared"})
@NullMarked
package kaigo.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
