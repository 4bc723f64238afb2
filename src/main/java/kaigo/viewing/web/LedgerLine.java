package kaigo.viewing.web;

import kaigo.consent.ConsentLine;
import kaigo.consent.LedgerEntry;
import kaigo.intake.Receipt;
import kaigo.screens.Moments;
import kaigo.screens.ScreenText;
import kaigo.shared.JapaneseDates;
import org.jspecify.annotations.Nullable;

/**
 * 台帳の一行: whole for the insurer; for an office, whole if the office recorded it itself.
 *
 * @param counts false: it says nothing of the 包括同意 (rulings 19)
 * @param recordedAt empty if the reader is not told
 * @param who recorded it, and where; empty if the reader is not told
 * @param speaker who said it, empty if that is not known, or if the reader is not told
 */
public record LedgerLine(
        String on, String act, boolean counts, String channel, String recordedAt, String who, String speaker) {

    static LedgerLine of(LedgerEntry entry) {
        String filed =
                entry.filedOn() == null ? "" : ScreenText.text("ledger.filed", JapaneseDates.both(entry.filedOn()));
        return new LedgerLine(
                JapaneseDates.both(entry.actedOn()),
                ScreenText.text("consentAct." + entry.act()),
                true,
                ScreenText.text("consentChannel." + entry.channel()) + filed,
                Moments.show(entry.recordedAt()),
                who(entry),
                speaker(entry.spokenBy(), entry.relation()));
    }

    static LedgerLine of(ConsentLine line) {
        ConsentLine.Own own = line.own();
        return new LedgerLine(
                JapaneseDates.both(line.on()),
                ScreenText.text("consentAct." + line.act()),
                line.counts(),
                ScreenText.text("consentChannel." + line.channel()),
                own == null ? "" : Moments.show(own.at()),
                own == null ? "" : ScreenText.text("ledger.own", own.staffId()),
                own == null ? "" : speaker(own.spokenBy(), own.relation()));
    }

    private static String who(LedgerEntry entry) {
        if (entry.officeNumber() != null) {
            return ScreenText.text("ledger.office", entry.officeNumber(), dash(entry.staffId()));
        }
        String by = entry.recordedBy();
        String login = by.substring(by.indexOf('/') + 1);
        return switch (by.substring(0, Math.max(0, by.indexOf(':')))) {
            case "staff" -> ScreenText.text("ledger.staff", login);
            case "job" -> ScreenText.text("ledger.job");
            default ->
                Receipt.parse(by)
                        .map(receipt -> ScreenText.text("ledger.receipt", receipt))
                        .orElseGet(() -> ScreenText.text("ledger.other"));
        };
    }

    private static String speaker(@Nullable String spokenBy, @Nullable String relation) {
        if (spokenBy == null) {
            return "";
        }
        return ScreenText.text("ledger.spokenBy." + spokenBy)
                + (relation == null ? "" : "（" + ScreenText.text("consentForm.relation." + relation) + "）");
    }

    private static String dash(@Nullable String text) {
        return text == null ? "—" : text;
    }

    @Override
    public String toString() {
        return "LedgerLine[…]";
    }
}
