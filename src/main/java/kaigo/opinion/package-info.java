/** 主治医意見書: who was asked, and the opinions that are written here and sent. */
@ApplicationModule(
        allowedDependencies = {
            "access",
            "api",
            "layout",
            "layout::items",
            "outbox",
            "outbox::rules",
            "paper",
            "participants",
            "screens",
            "shared"
        })
@NullMarked
package kaigo.opinion;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
