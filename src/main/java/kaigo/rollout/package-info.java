/** 導入: the 初期セットアップ of each insurer, from its preconditions to the 利用開始日, and what an operator sees of all. */
@ApplicationModule(
        allowedDependencies = {"access", "api", "identity", "intake", "layout", "participants", "screens", "shared"})
@NullMarked
package kaigo.rollout;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
