package kaigo.consent;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import kaigo.consent.Coverage.Period;
import kaigo.consent.rules.Application;
import kaigo.consent.rules.ConsentAct;
import kaigo.consent.rules.ConsentState;
import kaigo.consent.rules.ConsentState.Standing;
import org.jspecify.annotations.Nullable;

/** Counts an insurer's persons, one after the other; what holds, the rule says. */
final class CoverageCount {

    private final LocalDate today;
    private final @Nullable LocalDate startedOn;
    private final Map<Standing, Integer> standings = new EnumMap<>(Standing.class);
    private final Map<String, Map<Period, Integer>> inForce = new TreeMap<>();
    private final TreeMap<YearMonth, Integer> oldOnly = new TreeMap<>();

    /** @param startedOn 利用開始日 of the insurer, or null */
    CoverageCount(LocalDate today, @Nullable LocalDate startedOn) {
        this.today = today;
        this.startedOn = startedOn;
    }

    /** A line of the ledger that stands. */
    record Said(ConsentAct act, LocalDate on, String channel) {}

    void add(Course course, List<Said> said) {
        ConsentState state = course.consents().on(today);
        standings.merge(state.standing(), 1, Integer::sum);
        if (state.isInForce()) {
            LocalDate since = Objects.requireNonNull(state.since());
            inForce.computeIfAbsent(channel(said, since), key -> new EnumMap<>(Period.class))
                    .merge(period(since), 1, Integer::sum);
        } else if (state.standing() == Standing.NONE
                && said.stream().anyMatch(line -> line.act() == ConsentAct.GRANT)) {
            end(course).ifPresent(end -> oldOnly.merge(YearMonth.from(end), 1, Integer::sum));
        }
    }

    /** Of several on one day, what was heard by an office rather than what a form repeats. */
    private static String channel(List<Said> said, LocalDate since) {
        return said.stream()
                .filter(line -> line.act() == ConsentAct.GRANT && line.on().equals(since))
                .map(Said::channel)
                .max(Comparator.comparing(channel -> channel.equals("OFFICE")))
                .orElse("APPLICATION");
    }

    private Period period(LocalDate since) {
        return startedOn == null || since.isBefore(startedOn) ? Period.BEFORE_LINK : Period.LINKED;
    }

    private Optional<LocalDate> end(Course course) {
        return course.consents().applications().stream()
                .map(Application::validTo)
                .filter(Objects::nonNull)
                .filter(end -> !end.isBefore(today))
                .max(Comparator.naturalOrder());
    }

    Coverage done(int certified) {
        return new Coverage(today, certified, new EnumMap<>(standings), new HashMap<>(inForce), oldOnly);
    }
}
