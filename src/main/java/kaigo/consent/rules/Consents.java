package kaigo.consent.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
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
        LocalDate last = lastDay(grant);
        if (day.isAfter(last)) {
            return new ConsentState(Standing.LAPSED, last.plusDays(1), null);
        }
        return new ConsentState(Standing.IN_FORCE, grant.on(), last.equals(LocalDate.MAX) ? null : last);
    }

    /** Of the last day with an event, the one that outweighs the others. */
    Optional<ConsentEvent> held(LocalDate day) {
        List<ConsentEvent> until = events.stream()
                .filter(ConsentEvent::counts)
                .filter(event -> event.hasBegun(day))
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

    private LocalDate lastDayOfCertification(LocalDate given) {
        List<Application> chain = chain(given);
        return chain.isEmpty() ? LocalDate.MAX : chain.getLast().lastDay();
    }

    /**
     * 失効までの連なり: what a consent of that day rests on. It begins with the application or certification of the day, and
     * goes on with every one that is not 新規 by law and was filed by the day after the end. One who has neither keeps the
     * consent (事業対象者).
     */
    List<Application> chain(LocalDate given) {
        List<Application> chain = new ArrayList<>();
        Optional<Application> next = longest(application -> application.bears(given));
        while (next.isPresent()) {
            chain.add(next.get());
            LocalDate last = next.get().lastDay();
            next = last.equals(LocalDate.MAX) ? Optional.empty() : longest(application -> application.prolongs(last));
        }
        return chain;
    }

    private Optional<Application> longest(Predicate<Application> which) {
        return applications.stream().filter(which).max(Comparator.comparing(Application::lastDay));
    }
}
