/** 導入: a municipality's way to its 利用開始日. */
@ApplicationModule(allowedDependencies = {"access", "participants", "screens", "shared"})
@NullMarked
package kaigo.rollout;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
