/** 準備の確認: every step of an institution's way in, and the first one that fails. Owns no table. */
@ApplicationModule(
        allowedDependencies = {"api", "certificates", "identity", "insured", "participants", "screens", "shared"})
@NullMarked
package kaigo.checkup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
