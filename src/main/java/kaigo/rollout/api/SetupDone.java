package kaigo.rollout.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import kaigo.rollout.rules.Setup.Reason;
import kaigo.screens.ScreenText;
import org.jspecify.annotations.Nullable;

/**
 * 手順の結果.
 *
 * @param refused why it was not done, or null
 * @param text the same in words
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SetupDone(
        boolean done, @Nullable String refused, @Nullable String text) {

    static SetupDone of(@Nullable Reason reason) {
        return reason == null
                ? new SetupDone(true, null, null)
                : new SetupDone(false, reason.name(), ScreenText.text("setup.refused." + reason));
    }
}
