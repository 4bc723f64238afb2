/** 計画作成依頼届出: filings that an office makes for a person with the municipality, and what became of them. */
@ApplicationModule(
        allowedDependencies = {
            "access",
            "access::rules",
            "cards",
            "insured",
            "layout",
            "layout::items",
            "outbox",
            "outbox::rules",
            "participants",
            "shared"
        })
@NullMarked
package kaigo.filing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
