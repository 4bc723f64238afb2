package kaigo.viewing.web;

import java.util.List;
import kaigo.access.ConsentAnswer;
import kaigo.consent.LedgerEntry;
import kaigo.consent.rules.ConsentState;
import kaigo.viewing.PersonFiles.ConsentCourse;
import org.jspecify.annotations.Nullable;

/**
 * 同意: the state of the 包括同意, and what was said until now, the newest first.
 *
 * @param lines every entry for the insurer, what holds for an office
 * @param isLedger whether it is every entry
 * @param period since when, and until when as far as it is known
 * @param notes 同意を確認できない, those that the reader may see
 * @param refused why the reader may not record a consent; null if he may, or if nobody asked
 */
public record ConsentView(
        ConsentState.Standing standing,
        String period,
        List<LedgerLine> lines,
        boolean isLedger,
        List<NoteLine> notes,
        @Nullable ConsentAnswer refused) {

    static ConsentView of(ConsentCourse course) {
        ConsentState state = course.state();
        return new ConsentView(
                state.standing(),
                state.since() == null ? "" : Periods.text(state.since(), state.until()),
                course.lines().reversed().stream().map(LedgerLine::of).toList(),
                false,
                course.notes().stream().map(NoteLine::of).toList(),
                null);
    }

    /** Where a consent is in force already, an institution that cannot take one has nobody to ask for it. */
    public @Nullable String nextStep() {
        boolean isDone = standing == ConsentState.Standing.IN_FORCE && refused == ConsentAnswer.SERVICE_NOT_ALLOWED;
        return refused == null || isDone ? null : refused.nextStep();
    }

    ConsentView with(List<LedgerEntry> entries) {
        List<LedgerLine> told = entries.stream().map(LedgerLine::of).toList();
        return new ConsentView(standing, period, told, true, notes, refused);
    }

    /** The same, before whoever may record a consent, or may not for that reason. */
    ConsentView heardBy(ConsentAnswer answer) {
        return new ConsentView(
                standing, period, lines, isLedger, notes, answer == ConsentAnswer.RECORDED ? null : answer);
    }
}
