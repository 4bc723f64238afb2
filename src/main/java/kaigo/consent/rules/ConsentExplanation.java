package kaigo.consent.rules;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * 同意の状態の説明: the state of one day as {@link Consents} gives it, and what became of each line.
 *
 * @param verdicts one for each line, in their order
 * @param chain the applications on which the consent that holds rests, one after the other
 */
public record ConsentExplanation(ConsentState state, List<Verdict> verdicts, List<Application> chain) {

    public static ConsentExplanation of(
            List<LedgerLine> lines, List<Application> applications, @Nullable LocalDate lostOn, LocalDate day) {
        Consents consents = Consents.of(lines, applications, lostOn);
        Optional<ConsentEvent> held = consents.held(day);
        return new ConsentExplanation(
                consents.on(day),
                lines.stream().map(line -> verdict(line, held, day)).toList(),
                held.filter(event -> event.act() == ConsentAct.GRANT)
                        .map(event -> consents.chain(event.on()))
                        .orElse(List.of()));
    }

    private static Verdict verdict(LedgerLine line, Optional<ConsentEvent> held, LocalDate day) {
        Verdict objection = line.objection();
        if (objection != null) {
            return objection;
        }
        ConsentEvent event = line.event().orElseThrow();
        if (!event.counts()) {
            return Verdict.TOO_EARLY;
        }
        if (!event.hasBegun(day)) {
            return event.on().isAfter(day) ? Verdict.LATER : Verdict.NOT_BEGUN;
        }
        return held.filter(event::equals).isPresent() ? Verdict.HOLDS : Verdict.OUTWEIGHED;
    }
}
