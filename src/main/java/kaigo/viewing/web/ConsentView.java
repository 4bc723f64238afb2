package kaigo.viewing.web;

import java.util.List;
import kaigo.consent.ConsentLine;
import kaigo.consent.LedgerEntry;
import kaigo.consent.rules.ConsentState;
import kaigo.screens.ScreenText;
import kaigo.shared.JapaneseDates;
import kaigo.viewing.PersonFiles.ConsentCourse;

/**
 * 同意: the state of the 包括同意, and what was said until now, the newest first.
 *
 * @param ledger every entry, for the insurer alone
 * @param period since when, and until when as far as it is known
 */
public record ConsentView(ConsentState.Standing standing, String period, List<Line> lines, List<LedgerLine> ledger) {

    /** @param counts false: it says nothing of the 包括同意 (rulings 19) */
    public record Line(String on, String act, String channel, boolean counts) {}

    static ConsentView of(ConsentCourse course) {
        ConsentState state = course.state();
        return new ConsentView(
                state.standing(),
                state.since() == null ? "" : Periods.text(state.since(), state.until()),
                course.lines().reversed().stream().map(ConsentView::line).toList(),
                List.of());
    }

    ConsentView with(List<LedgerEntry> entries) {
        return new ConsentView(
                standing, period, lines, entries.stream().map(LedgerLine::of).toList());
    }

    private static Line line(ConsentLine line) {
        return new Line(
                JapaneseDates.both(line.on()),
                ScreenText.text("consentAct." + line.act()),
                ScreenText.text("consentChannel." + line.channel()),
                line.counts());
    }
}
