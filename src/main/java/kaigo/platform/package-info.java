/** Wiring only: database, security, templates, errors, jobs, clock. */
@ApplicationModule(
        allowedDependencies = {
            "access::rules",
            "api",
            "audit",
            "certificates",
            "documents",
            "forwarding",
            "identity",
            "insured",
            "intake",
            "keys",
            "mail",
            "operations",
            "participants",
            "screens",
            "shared"
        })
@NullMarked
package kaigo.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
