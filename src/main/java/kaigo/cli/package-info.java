/** The commands of ./kiban. check, generate and help start no Spring. */
@ApplicationModule(
        allowedDependencies = {
            "access",
            "access::rules",
            "audit",
            "certificates",
            "checkup",
            "checkup::rules",
            "consent",
            "demo",
            "documents",
            "generate",
            "identity",
            "insured",
            "intake",
            "keys",
            "layout",
            "mail",
            "operations",
            "participants",
            "parts",
            "platform",
            "platform::postgres",
            "shared"
        })
@NullMarked
package kaigo.cli;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
