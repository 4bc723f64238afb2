/** The load path: receive, read, check, register, link, answer. */
@ApplicationModule(
        allowedDependencies = {
            "access",
            "api",
            "insured",
            "insured::load",
            "keys",
            "layout",
            "layout::items",
            "participants",
            "screens",
            "shared"
        })
@NullMarked
package kaigo.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
