package kaigo.consent.rules;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import kaigo.consent.rules.ConsentState.Standing;
import org.jspecify.annotations.Nullable;

/**
 * 包括同意の経過 of one insured at one insurer: one state for every viewer of the country (rulings 18).
 *
 * @param events in any order
 * @param lostOn 資格喪失日: with it the consent ends at this insurer (rulings 26)
 */
public record Consents(
        List<ConsentEvent> events,
        List<Application> applications,
        @Nullable LocalDate lostOn) {

    /** Of the ledger: what counts of its lines. */
    public static Consents of(List<LedgerLine> lines, List<Application> applications, @Nullable LocalDate lostOn) {
        List<ConsentEvent> events =
                lines.stream().flatMap(line -> line.event().stream()).toList();
        return new Consents(events, applications, lostOn);
    }

    /** The state on any day, a past one too: past records are open while a consent is in force, whatever their date. */
    public ConsentState on(LocalDate day) {
        Optional<ConsentEvent> held = held(day);
        if (held.isEmpty()) {
            return new ConsentState(Standing.NONE, null, null);
        }
        ConsentEvent event = held.get();
        return switch (event.act()) {
            case GRANT -> granted(event, day);
            case REFUSE -> new ConsentState(Standing.REFUSED, event.on(), null);
            case WITHDRAW -> new ConsentState(Standing.WITHDRAWN, event.on(), null);
        };
    }

    private ConsentState granted(ConsentEvent grant, LocalDate day) {
        if (grant.saidFrom() != null && day.isBefore(grant.saidFrom())) {
            return new ConsentState(Standing.NONE, null, null);
        }
        LocalDate last = lastDay(grant);
        if (day.isAfter(last)) {
            return new ConsentState(Standing.LAPSED, last.plusDays(1), null);
        }
        return new ConsentState(Standing.IN_FORCE, grant.on(), last.equals(LocalDate.MAX) ? null : last);
    }

    /** Of the last day with an event, the one that outweighs the others. */
    private Optional<ConsentEvent> held(LocalDate day) {
        List<ConsentEvent> until = events.stream()
                .filter(ConsentEvent::counts)
                .filter(event -> !event.on().isAfter(day))
                .toList();
        return until.stream()
                .map(ConsentEvent::on)
                .max(Comparator.naturalOrder())
                .flatMap(last -> outweighing(
                        until.stream().filter(event -> event.on().equals(last)).toList()));
    }

    /**
     * Of one day (rulings 20): what the platform took down goes by its instant; what is left of it stands beside the records
     * that know days only, and of those 撤回 wins, then 同意しない.
     */
    private static Optional<ConsentEvent> outweighing(List<ConsentEvent> ofOneDay) {
        Optional<ConsentEvent> lastHeard = ofOneDay.stream()
                .filter(event -> event.heardAt() != null)
                .max(Comparator.comparing(event -> Objects.requireNonNull(event.heardAt())));
        Stream<ConsentEvent> recorded = ofOneDay.stream().filter(event -> event.heardAt() == null);
        return Stream.concat(lastHeard.stream(), recorded).max(Comparator.comparing(ConsentEvent::act));
    }

    /** Last day in force of a consent, if nothing is said after it (rulings 21); MAX while no end is known. */
    private LocalDate lastDay(ConsentEvent grant) {
        return Stream.of(lastDayOfCertification(grant.on()), grant.saidUntil(), lostOn)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(LocalDate.MAX);
    }

    /**
     * It begins with the application or certification of that day, and goes on with every one that is not 新規 by law and was
     * filed by the day after the end. One who has neither keeps it (事業対象者).
     */
    private LocalDate lastDayOfCertification(LocalDate given) {
        LocalDate last = applications.stream()
                .filter(application -> application.bears(given))
                .map(Application::lastDay)
                .max(Comparator.naturalOrder())
                .orElse(LocalDate.MAX);
        LocalDate before;
        do {
            before = last;
            last = prolonged(before);
        } while (last.isAfter(before));
        return last;
    }

    private LocalDate prolonged(LocalDate last) {
        if (last.equals(LocalDate.MAX)) {
            return last;
        }
        return applications.stream()
                .filter(application ->
                        !application.anew() && !application.filedOn().isAfter(last.plusDays(1)))
                .map(Application::lastDay)
                .filter(end -> end.isAfter(last))
                .max(Comparator.naturalOrder())
                .orElse(last);
    }
}
