/** 運用: what an operator looks after. The state of the installation, the verification of the audit stream, explanations. */
@ApplicationModule(
        allowedDependencies = {
            "access",
            "access::rules",
            "audit",
            "identity",
            "intake",
            "jobs",
            "participants",
            "screens",
            "shared"
        })
@NullMarked
package kaigo.operations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
