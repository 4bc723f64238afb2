package kaigo.viewing;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import kaigo.access.Gate;
import kaigo.access.JobPermit;
import kaigo.access.ListGate;
import kaigo.access.ListPermit;
import kaigo.access.OwnListQuery.Only;
import kaigo.access.PersonKey;
import kaigo.access.rules.Kind;
import kaigo.cards.BurdenRatios;
import kaigo.cards.RatioYear;
import kaigo.consent.ConsentStates;
import kaigo.insured.ListedChanges;
import kaigo.shared.Days;
import kaigo.shared.InstitutionId;
import kaigo.viewing.ChangeCursor.Since;
import kaigo.viewing.WorklistStore.Entry;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * 利用者一覧の仕事: whoever stands in an office's list and has something new is put on its worklists, or leaves them, by the rule
 * that decides every look (settled 17).
 */
@Component
class WorklistWork {

    private static final int AT_ONCE = 200;

    private static final Set<Kind> ASKED = EnumSet.of(Kind.BANNER);

    static {
        for (Only list : Only.values()) {
            ASKED.addAll(list.about());
        }
    }

    private final Gate gate;
    private final ListGate lists;
    private final ListedChanges changed;
    private final WorklistStore store;
    private final LastLookStore looks;
    private final ChangeStore changes;
    private final ConsentStates consents;
    private final BurdenRatios ratios;
    private final TransactionTemplate transaction;
    private final InstantSource clock;

    WorklistWork(
            Gate gate,
            ListGate lists,
            ListedChanges changed,
            WorklistStore store,
            LastLookStore looks,
            ChangeStore changes,
            ConsentStates consents,
            BurdenRatios ratios,
            PlatformTransactionManager transactions,
            InstantSource clock) {
        this.gate = gate;
        this.lists = lists;
        this.changed = changed;
        this.store = store;
        this.looks = looks;
        this.changes = changes;
        this.consents = consents;
        this.ratios = ratios;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** @return whether there may be more */
    boolean step() {
        long done = gate.job(
                "worklists",
                UUID.randomUUID().toString(),
                permit -> transaction.executeWithoutResult(status -> {
                    if (store.takesTurn(permit)) {
                        Set<PersonKey> persons = changed.take(permit, AT_ONCE);
                        follow(permit, persons);
                        permit.worked(persons.size());
                    }
                }));
        return done > 0;
    }

    /** What an office may see begins and ends with its services, of which no record of a person tells. */
    void followServices() {
        gate.job(
                "worklist-services",
                UUID.randomUUID().toString(),
                permit -> permit.worked(store.noteNewServices(permit, Days.of(clock.instant()))));
    }

    /** First all is decided, then written: what is written is locked for that short time only. */
    private void follow(JobPermit permit, Set<PersonKey> persons) {
        List<Followed> all = new ArrayList<>();
        store.listOffices(permit, persons)
                .forEach((number, known) ->
                        all.add(decide(permit, new InstitutionId(InstitutionId.Kind.OFFICE, number), known)));
        store.forget(permit, persons);
        all.forEach(followed -> write(permit, followed));
    }

    /**
     * @param persons of the office's list, all that were asked about
     * @param known those of them of whom it may see who they are
     */
    private record Followed(
            InstitutionId office, List<PersonKey> persons, List<PersonKey> known, Since seen, List<Entry> entries) {}

    private Followed decide(JobPermit permit, InstitutionId office, List<PersonKey> persons) {
        return lists.work(permit, office, persons, ASKED, shown -> entries(shown, office, persons));
    }

    private void write(JobPermit permit, Followed followed) {
        looks.meet(permit, followed.office(), Set.copyOf(followed.known()), followed.seen());
        store.replace(permit, followed.office(), followed.persons(), followed.entries());
    }

    private Followed entries(ListPermit permit, InstitutionId office, List<PersonKey> persons) {
        Instant now = clock.instant();
        LocalDate today = Days.of(now);
        List<Entry> entries = new ArrayList<>();
        consents.find(permit).forEach((person, state) -> {
            if (!state.isInForce()) {
                entries.add(new Entry(person, Only.NO_CONSENT, null, null));
            }
        });
        for (Tab tab : Tab.values()) {
            tab.worklist().ifPresent(list -> {
                Map<PersonKey, Since> seen = looks.list(permit, office, tab);
                changes.list(permit, list.about(), seen, today)
                        .keySet()
                        .forEach(person -> entries.add(new Entry(person, list, null, null)));
            });
        }
        Set<PersonKey> there = entries.stream()
                .filter(entry -> entry.list() == Only.PROGRESS_CHANGED)
                .map(Entry::person)
                .collect(Collectors.toSet());
        changes.listOpening(permit, today).forEach((person, day) -> {
            if (!there.contains(person)) { // else it stays there until somebody has looked
                entries.add(new Entry(person, Only.PROGRESS_CHANGED, day, null));
            }
        });
        RatioYear year = RatioYear.of(today);
        for (RatioYear each : List.of(year, year.next())) { // a certificate may come before the year is asked for
            ratios.listChanges(permit, each).forEach((person, change) -> {
                if (change.isChange()) {
                    entries.add(new Entry(person, Only.RATIO_CHANGED, each.firstDay(), each.lastDay()));
                }
            });
        }
        return new Followed(office, persons, permit.listFor(Kind.BANNER), changes.seen(permit, now), entries);
    }
}
