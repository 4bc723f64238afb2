/** The load path: receive, read, check, register, link, answer. */
@ApplicationModule(
        allowedDependencies = {
            "access",
            "access::rules",
            "api",
            "benefits::load",
            "cards::load",
            "careplan::load",
            "certification::load",
            "committee::load",
            "consent::load",
            "documents",
            "insured",
            "insured::load",
            "jobs",
            "keys",
            "layout",
            "layout::items",
            "life::load",
            "opinion::load",
            "outbox",
            "participants",
            "screens",
            "shared"
        })
@NullMarked
package kaigo.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
