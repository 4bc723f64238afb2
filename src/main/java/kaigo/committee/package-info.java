/** 介護認定審査会: the papers of a meeting, sent by M11 or by screen, read by its members until its end. */
@ApplicationModule(
        allowedDependencies = {
            "access",
            "access::rules",
            "api",
            "documents",
            "identity",
            "jobs",
            "layout",
            "layout::items",
            "mail",
            "paper",
            "screens",
            "shared"
        })
@NullMarked
package kaigo.committee;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
