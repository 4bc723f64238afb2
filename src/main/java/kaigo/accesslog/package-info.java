/** 閲覧の記録: who looked at what, for those whom it concerns. Follows the audit stream, and shows it redacted. */
@ApplicationModule(
        allowedDependencies = {"access", "access::rules", "audit", "jobs", "participants", "screens", "shared"})
@NullMarked
package kaigo.accesslog;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
