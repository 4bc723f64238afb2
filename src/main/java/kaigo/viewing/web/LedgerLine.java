package kaigo.viewing.web;

import kaigo.consent.LedgerEntry;
import kaigo.screens.Moments;
import kaigo.screens.ScreenText;
import kaigo.shared.JapaneseDates;
import org.jspecify.annotations.Nullable;

/**
 * 台帳の一行, for the insurer.
 *
 * @param who recorded it, and where
 * @param speaker who said it, empty if that is not known
 */
public record LedgerLine(String on, String act, String channel, String recordedAt, String who, String speaker) {

    static LedgerLine of(LedgerEntry entry) {
        String filed =
                entry.filedOn() == null ? "" : ScreenText.text("ledger.filed", JapaneseDates.both(entry.filedOn()));
        return new LedgerLine(
                JapaneseDates.both(entry.actedOn()),
                ScreenText.text("consentAct." + entry.act()),
                ScreenText.text("consentChannel." + entry.channel()) + filed,
                Moments.show(entry.recordedAt()),
                entry.officeNumber() == null
                        ? entry.recordedBy()
                        : ScreenText.text("ledger.office", entry.officeNumber(), dash(entry.staffId())),
                speaker(entry));
    }

    private static String speaker(LedgerEntry entry) {
        if (entry.spokenBy() == null) {
            return "";
        }
        String relation =
                entry.relation() == null ? "" : "（" + ScreenText.text("consentForm.relation." + entry.relation()) + "）";
        return ScreenText.text("ledger.spokenBy." + entry.spokenBy()) + relation;
    }

    private static String dash(@Nullable String text) {
        return text == null ? "—" : text;
    }

    @Override
    public String toString() {
        return "LedgerLine[…]";
    }
}
