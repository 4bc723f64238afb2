package kaigo.consent;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kaigo.access.Gate;
import kaigo.access.JobPermit;
import kaigo.access.PersonKey;
import kaigo.consent.CoverageCount.Said;
import kaigo.consent.LapseStore.Lapse;
import kaigo.consent.rules.ConsentState;
import kaigo.consent.rules.ConsentState.Standing;
import kaigo.consent.rules.Consents;
import kaigo.insured.ListedChanges;
import kaigo.shared.Days;
import kaigo.shared.InsurerNumber;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * 失効の記載と取得状況: once a day the ledger is told whose consent has lapsed, and whose lapse a late renewal took back, and all
 * are counted. For the reader alone: what is in force the rule computes at every look (docs/decisions/0016).
 */
@Component
class LapseWork {

    private static final int PAGE = 1_000;

    private final Gate gate;
    private final LapseStore store;
    private final ConsentStateStore states;
    private final ListedChanges listed;
    private final CoverageStore coverages;
    private final TransactionTemplate transaction;
    private final InstantSource clock;

    LapseWork(
            Gate gate,
            LapseStore store,
            ConsentStateStore states,
            ListedChanges listed,
            CoverageStore coverages,
            PlatformTransactionManager transactions,
            InstantSource clock) {
        this.gate = gate;
        this.store = store;
        this.states = states;
        this.listed = listed;
        this.coverages = coverages;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** Every insurer at which this day has not been looked yet; a run that was cut off is repeated and adds nothing twice. */
    void run() {
        LocalDate today = Days.of(clock.instant());
        gate.job("consent-lapse", UUID.randomUUID().toString(), permit -> {
            for (InsurerNumber insurer : store.listDue(permit, today)) {
                run(permit, insurer, today);
            }
        });
    }

    void run(JobPermit permit, InsurerNumber insurer, LocalDate today) {
        CoverageCount count =
                new CoverageCount(today, coverages.findStart(permit, insurer).orElse(null));
        List<PersonKey> page = store.listPersons(permit, insurer, "", PAGE);
        while (!page.isEmpty()) {
            List<PersonKey> persons = page;
            transaction.executeWithoutResult(status -> {
                store.takeTurn(permit, insurer);
                write(permit, persons, today, count);
            });
            page = store.listPersons(
                    permit, insurer, persons.getLast().insured().value(), PAGE);
        }
        Coverage coverage = count.done(coverages.countCertified(permit, insurer, today));
        transaction.executeWithoutResult(status -> {
            store.takeTurn(permit, insurer);
            coverages.put(permit, insurer, coverage);
            store.markDone(permit, insurer, today);
        });
    }

    private void write(JobPermit permit, List<PersonKey> persons, LocalDate today, CoverageCount count) {
        Map<PersonKey, List<Said>> said = coverages.listSaid(permit, persons);
        Map<PersonKey, List<Lapse>> standing = store.findStanding(permit, persons);
        List<Lapse> changes = new ArrayList<>();
        for (Course course : states.read(permit, persons)) {
            count.add(course, said.getOrDefault(course.person(), List.of()));
            List<Lapse> held = standing.getOrDefault(course.person(), List.of());
            held.stream()
                    .filter(lapse -> !lapsed(course.consents(), lapse.on()).equals(Optional.of(lapse.on())))
                    .forEach(changes::add);
            lapsed(course.consents(), today)
                    .filter(on -> held.stream().noneMatch(lapse -> lapse.on().equals(on)))
                    .ifPresent(on -> changes.add(new Lapse(course.person(), on, false)));
        }
        store.turn(permit, changes, clock.instant());
        listed.note(permit, changes.stream().map(Lapse::person).distinct().toList());
        permit.worked(changes.size());
    }

    /** The day of the lapse that holds on a day. */
    private static Optional<LocalDate> lapsed(Consents consents, LocalDate day) {
        ConsentState state = consents.on(day);
        return state.standing() == Standing.LAPSED ? Optional.ofNullable(state.since()) : Optional.empty();
    }
}
