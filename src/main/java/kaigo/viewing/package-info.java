/**
 * 閲覧: how offices and clinics get to a person's file, over all rooms that hold a part of it. Owns only what their lists
 * remember: what an office saw last, and whom its worklists are about.
 */
@ApplicationModule(
        allowedDependencies = {
            "access",
            "access::rules",
            "api",
            "benefits",
            "cards",
            "careplan",
            "certification",
            "certification::rules",
            "consent",
            "consent::rules",
            "documents",
            "filing",
            "filing::rules",
            "identity",
            "insured",
            "intake",
            "jobs",
            "keys",
            "layout",
            "layout::items",
            "life",
            "mail",
            "opinion",
            "opinion::rules",
            "outbox::rules",
            "paper",
            "participants",
            "screens",
            "shared"
        })
@NullMarked
package kaigo.viewing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
