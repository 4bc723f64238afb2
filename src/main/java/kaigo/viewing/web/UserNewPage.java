package kaigo.viewing.web;

import kaigo.access.CheckAnswer;
import kaigo.screens.ScreenText;
import org.jspecify.annotations.Nullable;

/**
 * 利用者の追加.
 *
 * @param refused why the check did not come to something; null before it
 * @param startsOn 利用開始日 of a municipality that has not started, if it is settled
 * @param bridge where the script asks the card reader of its PC; null where no cards are read
 */
public record UserNewPage(
        UserForm form,
        @Nullable CheckAnswer refused,
        @Nullable String startsOn,
        @Nullable String bridge) {

    public boolean isWrong() {
        return form.isWrong() || refused != null;
    }

    /** What stands at the top of the page. */
    public @Nullable String problem() {
        if (refused == null) {
            return null;
        }
        return sentence(refused, startsOn) + refused.nextStep();
    }

    /** Why a check did not come to something; with the day of the municipality's start, if that is why. */
    static String sentence(CheckAnswer refused, @Nullable String startsOn) {
        return refused.sentence() + (startsOn == null ? "" : ScreenText.text("userForm.startsOn", startsOn));
    }

    @Override
    public String toString() {
        return "UserNewPage[…]";
    }
}
