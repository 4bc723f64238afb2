package kaigo.access;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import kaigo.access.rules.Amount;
import kaigo.access.rules.Decision;
import kaigo.access.rules.Kind;
import kaigo.access.rules.Proposals;
import kaigo.audit.AuditLog;
import kaigo.shared.Days;
import kaigo.shared.InstitutionId;
import kaigo.shared.InstitutionViewer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * 一覧の門: a page of an institution's own list, whom it has verified and about whom it was asked for an opinion. One statement
 * for the facts of everybody on the page, one decision for each, one entry (settled 17).
 */
@Component
public final class ListGate {

    private final OwnListStore list;
    private final FileFactStore store;
    private final AuditLog audit;
    private final InstantSource clock;
    private final TransactionTemplate snapshot;
    private final TransactionTemplate besideAJob;
    private final FileJudge judge;
    private final Proposals proposals;

    ListGate(
            OwnListStore list,
            FileFactStore store,
            ConsentReading consents,
            AuditLog audit,
            PlatformTransactionManager transactions,
            InstantSource clock,
            Proposals proposals) {
        this.list = list;
        this.store = store;
        this.audit = audit;
        this.clock = clock;
        this.snapshot = Snapshot.ofPerson(transactions);
        this.besideAJob = Snapshot.besideAJob(transactions);
        this.judge = new FileJudge(consents, proposals);
        this.proposals = proposals;
    }

    /**
     * In the order of the numbers.
     *
     * @param after the last one of the page before, or null
     * @param asked the kinds of the columns
     */
    public <T> T list(
            InstitutionViewer viewer,
            @Nullable PersonKey after,
            int limit,
            Set<Kind> asked,
            BiFunction<ListPermit, CandidatePage, T> read) {
        return look(viewer, asked, now -> {
            List<Candidate> page = list.listBehind(viewer, after, limit, Days.of(now));
            PersonKey next = page.size() < limit ? null : page.getLast().person();
            return new Page<>(page, (permit, rows) -> read.apply(permit, new CandidatePage(rows, next)));
        });
    }

    /** As a person asks on a screen: filtered, sorted, by pages with a number. */
    public <T> T list(
            InstitutionViewer viewer,
            OwnListQuery query,
            Set<Kind> asked,
            BiFunction<ListPermit, OwnListPage, T> read) {
        return look(viewer, asked, now -> {
            OwnListPage page = list.list(viewer, query, dates(now));
            return new Page<>(page.rows(), (permit, rows) -> read.apply(permit, page.only(found(query, rows, permit))));
        });
    }

    /** Figures of the institution's own list. They name nobody, so that they are no look at anybody. */
    public Map<OwnListQuery.Only, Integer> figures(InstitutionViewer viewer) {
        return list.figures(viewer, dates(clock.instant()));
    }

    private OwnListStore.Dates dates(Instant now) {
        LocalDate today = Days.of(now);
        return new OwnListStore.Dates(
                today,
                today.plusDays(proposals.amount(Amount.DAYS_WARNED_BEFORE_END)),
                proposals.unclaimedBefore(today));
    }

    /**
     * 利用者一覧の仕事: what anybody of an office may see of persons of its list, whatever his 職種. For a job: nothing of it
     * reaches an answer before the rule has decided again for whoever asks.
     */
    public <T> T work(
            JobPermit job,
            InstitutionId office,
            List<PersonKey> persons,
            Set<Kind> asked,
            Function<ListPermit, T> read) {
        InstitutionViewer anybody = new InstitutionViewer(office, "", "", "");
        return besideAJob.execute(status -> {
            Instant now = clock.instant();
            Map<PersonKey, Map<Kind, Decision>> decisions = new LinkedHashMap<>();
            store.read(anybody, persons, now)
                    .forEach((person, found) -> decisions.put(
                            person, FileJudge.only(asked, judge.decide(anybody, found.asOf(List.of()), now))));
            ListPermit permit = new ListPermit(decisions);
            try {
                return read.apply(permit);
            } finally {
                permit.close();
            }
        });
    }

    /** @param read what is made of the rows that may stand on the page */
    private record Page<T>(List<Candidate> candidates, BiFunction<ListPermit, List<Candidate>, T> read) {}

    private interface Choice<T> {
        Page<T> at(Instant now);
    }

    private record Listed<T>(T value, ListPermit permit, List<String> jobs) {}

    private <T> T look(InstitutionViewer viewer, Set<Kind> asked, Choice<T> choice) {
        Listed<T> listed = snapshot.execute(status -> {
            Instant now = clock.instant();
            Page<T> page = choice.at(now);
            Map<PersonKey, FileFacts> facts = store.read(
                    viewer, page.candidates().stream().map(Candidate::person).toList(), now);
            Map<PersonKey, Map<Kind, Decision>> decisions = new LinkedHashMap<>();
            facts.forEach(
                    (person, found) -> decisions.put(person, FileJudge.only(asked, judge.decide(viewer, found, now))));
            ListPermit permit = new ListPermit(decisions);
            try {
                return new Listed<>(
                        page.read().apply(permit, rows(page.candidates(), permit)), permit, jobs(facts.values()));
            } finally {
                permit.close();
            }
        });
        audit.record(InstitutionEntries.listed(viewer, listed.jobs(), listed.permit()));
        return listed.value();
    }

    /** Of whom nothing may be shown, only he stands there whom the office itself has put there. */
    private static List<Candidate> rows(List<Candidate> page, ListPermit permit) {
        return page.stream()
                .filter(one -> one.wasVerified() || permit.showsAnything(one.person()))
                .toList();
    }

    /** Whom a name or a worklist has found, only he stands there of whom that is shown. */
    private static List<Candidate> found(OwnListQuery query, List<Candidate> rows, ListPermit permit) {
        List<Candidate> found = rows;
        for (Set<Kind> by : query.foundBy()) {
            Set<PersonKey> shown =
                    by.stream().flatMap(kind -> permit.listFor(kind).stream()).collect(Collectors.toSet());
            found = found.stream().filter(one -> shown.contains(one.person())).toList();
        }
        return found;
    }

    /** The same with everybody on the page; of an empty page, which shows nobody, they are not asked for. */
    private static List<String> jobs(Collection<FileFacts> facts) {
        return facts.stream().findFirst().map(FileFacts::jobs).orElse(List.of());
    }
}
