/** 包括同意: the ledger, fed by the municipality's records in their transaction, and the rule that says what stands. */
@ApplicationModule(
        allowedDependencies = {
            "access",
            "access::rules",
            "certification::load",
            "insured",
            "layout",
            "layout::items",
            "jobs",
            "outbox",
            "screens",
            "shared"
        })
@NullMarked
package kaigo.consent;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
