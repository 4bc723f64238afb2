/** What only the demo has: simulators, sample data. Never together with {@code serve}. */
@ApplicationModule(
        allowedDependencies = {
            "access",
            "certificates",
            "generate",
            "identity",
            "insured",
            "intake",
            "layout",
            "layout::items",
            "mail",
            "participants",
            "screens",
            "shared"
        })
@NullMarked
package kaigo.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
