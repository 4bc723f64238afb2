package kaigo.access;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import kaigo.access.rules.Decision;
import kaigo.access.rules.Kind;
import kaigo.access.rules.Proposals;
import kaigo.audit.AuditLog;
import kaigo.shared.Days;
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
        return open(viewer, new PersonKey(insurer, insured), asked, null, read);
    }

    /** A look whose answer goes on paper, as the entry says (rulings 43). */
    public <T> Opened<T> print(
            InstitutionViewer viewer, PersonKey person, Set<Kind> asked, Function<FilePermit, T> read) {
        return open(viewer, person, asked, InstitutionEntries.PRINTED, read);
    }

    private <T> Opened<T> open(
            InstitutionViewer viewer,
            PersonKey person,
            Set<Kind> asked,
            @Nullable String act,
            Function<FilePermit, T> read) {
        try (AuditLog.UnderWay _ = audit.begin()) {
            Seen<T> seen = snapshot.execute(status -> {
                Judged judged = judge(viewer, person);
                return new Seen<>(judged.read(asked, read), judged.found().jobs());
            });
            Opened<T> opened = seen.opened();
            audit.record(InstitutionEntries.looked(
                    viewer, seen.jobs(), person, FileJudge.only(asked, opened.decisions()), act));
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
            Judged judged = judge(viewer, person);
            FilePermit permit = judged.permit(asked);
            return new Held<>(
                    judged.opened(find.apply(permit)), permit, judged.found().jobs());
        });
        Opened<Found<T>> opened = held.opened();
        try {
            audit.record(InstitutionEntries.looked(
                    viewer, held.jobs(), person, FileJudge.only(opened.value().kinds(), opened.decisions()), null));
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
            Judged judged = judge(viewer, person);
            return judged.isTold()
                    ? Optional.of(
                            new Seen<>(judged.read(asked, read), judged.found().jobs()))
                    : Optional.<Seen<T>>empty();
        });
        seen.ifPresent(one -> audit.record(InstitutionEntries.looked(
                viewer, one.jobs(), person, FileJudge.only(asked, one.opened().decisions()), null)));
        return seen.map(Seen::opened);
    }

    /** Of somebody whom the viewer knows, the other files; else none. */
    List<PersonKey> listOthers(InstitutionViewer viewer, PersonKey person) {
        return snapshot.execute(status ->
                store.read(viewer, person, clock.instant()).elsewhere().files());
    }

    private Judged judge(InstitutionViewer viewer, PersonKey person) {
        Instant now = clock.instant();
        FileFacts found = store.read(viewer, person, now);
        return new Judged(person, found, judge.decide(viewer, found, now), Days.of(now));
    }

    /** What the facts of a file make of the rule on a day. */
    private record Judged(PersonKey person, FileFacts found, Map<Kind, Decision> decisions, LocalDate today) {

        <T> Opened<T> read(Set<Kind> asked, Function<FilePermit, T> read) {
            FilePermit permit = permit(asked);
            try {
                return opened(read.apply(permit));
            } finally {
                permit.close();
            }
        }

        FilePermit permit(Set<Kind> asked) {
            FilePermit.Within within = new FilePermit.Within(found.certified(), found.addressOpen(), today);
            return new FilePermit(person, FileJudge.only(asked, decisions), within);
        }

        /** The other files are named also where only they can be opened: the own one was deleted (rulings 26). */
        <T> Opened<T> opened(T value) {
            List<PersonKey> others = found.elsewhere().files();
            Opened.Standing standing = isTold()
                    ? new Opened.Standing(found.elsewhere().keyed(), found.lostOn(), others)
                    : new Opened.Standing(false, null, others);
            return new Opened<>(value, decisions, standing);
        }

        boolean isTold() {
            return Objects.requireNonNull(decisions.get(Kind.BANNER)).isAllowed();
        }
    }
}
