package kaigo.viewing.web;

import kaigo.screens.ScreenText;
import org.jspecify.annotations.Nullable;

/**
 * 利用の終了: whom an office is about to let go.
 *
 * @param number 被保険者番号 of whoever has expired: more is not shown of him, as in the list; else null
 */
public record UserEndPage(PersonPage<Void> person, @Nullable String number) {

    public String numbered() {
        return ScreenText.text(
                "users.end.expired",
                number == null ? "" : number,
                person.first().insurerName());
    }

    @Override
    public String toString() {
        return "UserEndPage[…]";
    }
}
