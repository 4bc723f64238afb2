package kaigo.consent.rules;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * 申請書のなしで終わった同意 (rulings 20): the なし of a newer application, which holds, and the earlier consent that would be in
 * force without it.
 *
 * @param grant place of the consent among the ledger's lines
 * @param refusal place of the なし
 */
public record EndedByRefusal(int grant, int refusal) {

    /** Empty if no なし of a form holds on that day, or if it ended nothing. */
    public static Optional<EndedByRefusal> find(
            List<LedgerLine> lines, List<Application> applications, @Nullable LocalDate lostOn, LocalDate day) {
        return Consents.of(lines, applications, lostOn)
                .held(day)
                .filter(held -> held.act() == ConsentAct.REFUSE)
                .flatMap(no -> place(lines, line -> line.byForm() && says(line, no))
                        .flatMap(refusal -> findEnded(lines, applications, lostOn, no)
                                .map(grant -> new EndedByRefusal(grant, refusal))));
    }

    /** What would hold on the day of the なし if nobody had said it. */
    private static Optional<Integer> findEnded(
            List<LedgerLine> lines, List<Application> applications, @Nullable LocalDate lostOn, ConsentEvent no) {
        List<LedgerLine> others = lines.stream().filter(line -> !says(line, no)).toList();
        Consents without = Consents.of(others, applications, lostOn);
        return without.on(no.on()).isInForce()
                ? without.held(no.on()).flatMap(grant -> place(lines, line -> says(line, grant)))
                : Optional.empty();
    }

    private static boolean says(LedgerLine line, ConsentEvent event) {
        return line.event().filter(event::equals).isPresent();
    }

    private static Optional<Integer> place(List<LedgerLine> lines, Predicate<LedgerLine> which) {
        return IntStream.range(0, lines.size())
                .filter(i -> which.test(lines.get(i)))
                .boxed()
                .findFirst();
    }
}
