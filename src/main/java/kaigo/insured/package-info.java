/** 被保険者: the register, and the link to the PMHキー. */
@ApplicationModule(
        allowedDependencies = {
            "access",
            "access::rules",
            "identity",
            "jobs",
            "keys",
            "layout",
            "layout::items",
            "participants",
            "screens",
            "shared"
        })
@NullMarked
package kaigo.insured;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
