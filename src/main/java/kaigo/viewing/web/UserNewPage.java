package kaigo.viewing.web;

import kaigo.access.CheckAnswer;
import kaigo.screens.ScreenText;
import org.jspecify.annotations.Nullable;

/**
 * 利用者の追加.
 *
 * @param refused why the check did not come to something; null before it
 * @param startsOn 利用開始日 of a municipality that has not started, if it is settled
 */
public record UserNewPage(
        UserForm form,
        @Nullable CheckAnswer refused,
        @Nullable String startsOn) {

    public boolean isWrong() {
        return form.isWrong() || refused != null;
    }

    /** What stands at the top of the page. */
    public @Nullable String problem() {
        if (refused == null) {
            return null;
        }
        String starts = startsOn == null ? "" : ScreenText.text("userForm.startsOn", startsOn);
        return refused.sentence() + starts + refused.nextStep();
    }

    @Override
    public String toString() {
        return "UserNewPage[…]";
    }
}
