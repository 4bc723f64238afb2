package kaigo.viewing.web;

import kaigo.consent.UnconfirmedNote;
import kaigo.screens.Moments;
import kaigo.screens.ScreenText;

/**
 * 同意を確認できなかった記録.
 *
 * @param who noted it, and where
 */
public record NoteLine(String at, String reason, String who) {

    static NoteLine of(UnconfirmedNote note) {
        return new NoteLine(
                Moments.show(note.at()),
                note.reason(),
                ScreenText.text("consent.notes.who", note.officeNumber(), note.login()));
    }

    @Override
    public String toString() {
        return "NoteLine[…]";
    }
}
