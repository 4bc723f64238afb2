package kaigo.access;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import kaigo.access.rules.Decision;
import kaigo.access.rules.Kind;
import kaigo.access.rules.Proposals;
import kaigo.audit.AuditLog;
import kaigo.shared.InstitutionViewer;
import kaigo.shared.InsuredNumber;
import kaigo.shared.InsurerNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * 記録の門: an institution's look at one person's file. One round trip for the facts, one decision for every kind, the read
 * in the same snapshot, and the entry durable before anything leaves (settled 15).
 */
@Component
public final class FileGate {

    private final FileFactStore store;
    private final AuditLog audit;
    private final InstantSource clock;
    private final TransactionTemplate snapshot;
    private final FileJudge judge;

    FileGate(
            FileFactStore store,
            ConsentReading consents,
            AuditLog audit,
            PlatformTransactionManager transactions,
            InstantSource clock,
            Proposals proposals) {
        this.store = store;
        this.audit = audit;
        this.clock = clock;
        this.snapshot = Snapshot.ofPerson(transactions);
        this.judge = new FileJudge(consents, proposals);
    }

    /** @param asked the kinds that {@code read} is to answer, as the entry says; what is refused of them stays unread */
    public <T> Opened<T> open(
            InstitutionViewer viewer,
            InsurerNumber insurer,
            InsuredNumber insured,
            Set<Kind> asked,
            Function<FilePermit, T> read) {
        PersonKey person = new PersonKey(insurer, insured);
        try (AuditLog.UnderWay _ = audit.begin()) {
            Seen<T> seen = snapshot.execute(status -> {
                Instant now = clock.instant();
                FileFacts found = store.read(viewer, person, now);
                return new Seen<>(read(person, asked, found, judge.decide(viewer, found, now), read), found.jobs());
            });
            Opened<T> opened = seen.opened();
            audit.record(InstitutionEntries.looked(viewer, seen.jobs(), person, only(asked, opened.decisions())));
            return opened;
        }
    }

    /** @param jobs 職種 of the viewer at this time, for the entry */
    private record Seen<T>(Opened<T> opened, List<String> jobs) {}

    /**
     * What a look has found, and what of it leaves: for answers that are too long to be held (docs/decisions/0009).
     *
     * @param kinds those that leave with it
     */
    public record Found<T>(T value, Set<Kind> kinds) {}

    /** Sends what was found, once it is on record. */
    public interface Sending<T> {
        void send(FilePermit permit, T value) throws IOException;
    }

    /**
     * A look that finds in the snapshot what is to leave and sends it after the entry is durable, under the same permit.
     *
     * @param person at the insurer that is asked
     */
    public <T> Opened<T> open(
            InstitutionViewer viewer,
            PersonKey person,
            Set<Kind> asked,
            Function<FilePermit, Found<T>> find,
            Sending<T> sending)
            throws IOException {
        Held<Found<T>> held = snapshot.execute(status -> {
            Instant now = clock.instant();
            FileFacts found = store.read(viewer, person, now);
            Map<Kind, Decision> decisions = judge.decide(viewer, found, now);
            FilePermit permit = permit(person, asked, found, decisions);
            return new Held<>(
                    new Opened<>(find.apply(permit), decisions, standing(found, decisions)), permit, found.jobs());
        });
        Opened<Found<T>> opened = held.opened();
        try {
            audit.record(InstitutionEntries.looked(
                    viewer, held.jobs(), person, only(opened.value().kinds(), opened.decisions())));
            sending.send(held.permit(), opened.value().value());
        } finally {
            held.permit().close();
        }
        return new Opened<>(opened.value().value(), opened.decisions(), opened.standing());
    }

    private record Held<T>(Opened<T> opened, FilePermit permit, List<String> jobs) {}

    /**
     * A file that nobody asked for by its number: of somebody who is known by another card. It is there for those who may
     * see whose it is; for all others nothing is read, and nothing is on record.
     */
    <T> Optional<Opened<T>> openBeside(
            InstitutionViewer viewer, PersonKey person, Set<Kind> asked, Function<FilePermit, T> read) {
        Optional<Seen<T>> seen = snapshot.execute(status -> {
            Instant now = clock.instant();
            FileFacts found = store.read(viewer, person, now);
            Map<Kind, Decision> decisions = judge.decide(viewer, found, now);
            return isTold(decisions)
                    ? Optional.of(new Seen<>(read(person, asked, found, decisions, read), found.jobs()))
                    : Optional.<Seen<T>>empty();
        });
        seen.ifPresent(one -> audit.record(InstitutionEntries.looked(
                viewer, one.jobs(), person, only(asked, one.opened().decisions()))));
        return seen.map(Seen::opened);
    }

    /** Of somebody whom the viewer knows, the other files; else none. */
    List<PersonKey> listOthers(InstitutionViewer viewer, PersonKey person) {
        return snapshot.execute(status ->
                store.read(viewer, person, clock.instant()).elsewhere().files());
    }

    private static <T> Opened<T> read(
            PersonKey person,
            Set<Kind> asked,
            FileFacts found,
            Map<Kind, Decision> decisions,
            Function<FilePermit, T> read) {
        FilePermit permit = permit(person, asked, found, decisions);
        try {
            return new Opened<>(read.apply(permit), decisions, standing(found, decisions));
        } finally {
            permit.close();
        }
    }

    private static FilePermit permit(
            PersonKey person, Set<Kind> asked, FileFacts found, Map<Kind, Decision> decisions) {
        FilePermit.Within within = new FilePermit.Within(found.certified(), found.addressOpen());
        return new FilePermit(person, only(asked, decisions), within);
    }

    /** The other files are named also where only they can be opened: the own one was deleted (rulings 26). */
    private static Opened.Standing standing(FileFacts found, Map<Kind, Decision> decisions) {
        List<PersonKey> others = found.elsewhere().files();
        return isTold(decisions)
                ? new Opened.Standing(found.elsewhere().keyed(), found.lostOn(), others)
                : new Opened.Standing(false, null, others);
    }

    private static boolean isTold(Map<Kind, Decision> decisions) {
        return Objects.requireNonNull(decisions.get(Kind.BANNER)).isAllowed();
    }

    /**
     * 利用者一覧: a page of the viewer's own list, in the order of the numbers: whom it has verified, and about whom it was asked
     * for an opinion.
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
        Listed<T> listed = snapshot.execute(status -> {
            Instant now = clock.instant();
            List<Candidate> page = store.listOwn(viewer, after, limit, now);
            Map<PersonKey, Map<Kind, Decision>> decisions = new LinkedHashMap<>();
            Map<PersonKey, FileFacts> facts =
                    store.read(viewer, page.stream().map(Candidate::person).toList(), now);
            facts.forEach((person, found) -> decisions.put(person, only(asked, judge.decide(viewer, found, now))));
            ListPermit permit = new ListPermit(decisions);
            try {
                return new Listed<>(read.apply(permit, rows(page, limit, permit)), permit, jobs(facts.values()));
            } finally {
                permit.close();
            }
        });
        audit.record(InstitutionEntries.listed(viewer, listed.jobs(), listed.permit()));
        return listed.value();
    }

    /** Of whom nothing may be shown, only he stands there whom the office itself has put there. */
    private static CandidatePage rows(List<Candidate> page, int limit, ListPermit permit) {
        List<Candidate> rows = page.stream()
                .filter(one -> one.wasVerified() || permit.showsAnything(one.person()))
                .toList();
        return new CandidatePage(
                rows, page.size() < limit ? null : page.getLast().person());
    }

    private record Listed<T>(T value, ListPermit permit, List<String> jobs) {}

    /** The same with everybody on the page; of an empty page, which shows nobody, they are not asked for. */
    private static List<String> jobs(Collection<FileFacts> facts) {
        return facts.stream().findFirst().map(FileFacts::jobs).orElse(List.of());
    }

    private static Map<Kind, Decision> only(Set<Kind> asked, Map<Kind, Decision> decisions) {
        Map<Kind, Decision> those = new EnumMap<>(decisions);
        those.keySet().retainAll(asked);
        return those;
    }
}
