package kaigo.viewing.web;

import java.util.List;
import kaigo.access.ConsentAnswer;
import kaigo.consent.ConsentLine;
import kaigo.consent.LedgerEntry;
import kaigo.consent.rules.ConsentState;
import kaigo.screens.ScreenText;
import kaigo.shared.JapaneseDates;
import kaigo.viewing.PersonFiles.ConsentCourse;
import org.jspecify.annotations.Nullable;

/**
 * 同意: the state of the 包括同意, and what was said until now, the newest first.
 *
 * @param ledger every entry, for the insurer alone
 * @param period since when, and until when as far as it is known
 * @param notes 同意を確認できない, those that the reader may see
 * @param refused why the reader may not record a consent; null if he may, or if nobody asked
 */
public record ConsentView(
        ConsentState.Standing standing,
        String period,
        List<Line> lines,
        List<LedgerLine> ledger,
        List<NoteLine> notes,
        @Nullable ConsentAnswer refused) {

    /** @param counts false: it says nothing of the 包括同意 (rulings 19) */
    public record Line(String on, String act, String channel, boolean counts) {}

    static ConsentView of(ConsentCourse course) {
        ConsentState state = course.state();
        return new ConsentView(
                state.standing(),
                state.since() == null ? "" : Periods.text(state.since(), state.until()),
                course.lines().reversed().stream().map(ConsentView::line).toList(),
                List.of(),
                course.notes().stream().map(NoteLine::of).toList(),
                null);
    }

    ConsentView with(List<LedgerEntry> entries) {
        List<LedgerLine> told = entries.stream().map(LedgerLine::of).toList();
        return new ConsentView(standing, period, lines, told, notes, refused);
    }

    /** The same, before whoever may record a consent, or may not for that reason. */
    ConsentView heardBy(ConsentAnswer answer) {
        return new ConsentView(
                standing, period, lines, ledger, notes, answer == ConsentAnswer.RECORDED ? null : answer);
    }

    private static Line line(ConsentLine line) {
        return new Line(
                JapaneseDates.both(line.on()),
                ScreenText.text("consentAct." + line.act()),
                ScreenText.text("consentChannel." + line.channel()),
                line.counts());
    }
}
