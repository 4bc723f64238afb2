package kaigo.access;

import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import kaigo.access.rules.Decision;
import kaigo.access.rules.Kind;
import kaigo.access.rules.Proposals;
import kaigo.access.rules.SharingRule;
import kaigo.audit.AuditEntry;
import kaigo.audit.AuditEvent;
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
        Opened<T> opened = snapshot.execute(status -> {
            Instant now = clock.instant();
            FileFacts found = store.read(viewer, person, now);
            Map<Kind, Decision> decisions = judge.decide(viewer, found, now);
            FilePermit permit = new FilePermit(insurer, insured, only(asked, decisions), found.certified());
            try {
                return new Opened<>(read.apply(permit), decisions);
            } finally {
                permit.close();
            }
        });
        audit.record(entry(viewer, person, only(asked, opened.decisions())));
        return opened;
    }

    /**
     * 利用者一覧: a page of the viewer's own list, in the order of the numbers.
     *
     * @param after the last one of the page before, or null
     * @param asked the kinds of the columns
     */
    public <T> T list(
            InstitutionViewer viewer,
            @Nullable PersonKey after,
            int limit,
            Set<Kind> asked,
            BiFunction<ListPermit, List<Candidate>, T> read) {
        Listed<T> listed = snapshot.execute(status -> {
            Instant now = clock.instant();
            List<Candidate> page = store.listOwn(viewer, after, limit);
            Map<PersonKey, Map<Kind, Decision>> decisions = new LinkedHashMap<>();
            store.read(viewer, page.stream().map(Candidate::person).toList(), now)
                    .forEach((person, found) -> decisions.put(person, only(asked, judge.decide(viewer, found, now))));
            ListPermit permit = new ListPermit(decisions);
            try {
                return new Listed<>(read.apply(permit, page), permit);
            } finally {
                permit.close();
            }
        });
        audit.record(entry(viewer, listed.permit()));
        return listed.value();
    }

    private record Listed<T>(T value, ListPermit permit) {}

    private static Map<Kind, Decision> only(Set<Kind> asked, Map<Kind, Decision> decisions) {
        Map<Kind, Decision> those = new EnumMap<>(decisions);
        those.keySet().retainAll(asked);
        return those;
    }

    /** The person stands among the subjects if anything left; a number that was only tried stands in the detail. */
    private static AuditEntry entry(InstitutionViewer viewer, PersonKey person, Map<Kind, Decision> decisions) {
        boolean left = decisions.values().stream().anyMatch(Decision::isAllowed);
        Map<String, String> kinds = new TreeMap<>();
        decisions.forEach((kind, decision) -> kinds.put(kind.name(), word(decision)));
        Map<String, ?> detail = left
                ? Map.of("kinds", kinds, "rule", SharingRule.VERSION)
                : Map.of(
                        "kinds",
                        kinds,
                        "rule",
                        SharingRule.VERSION,
                        "tried",
                        person.insured().value());
        return AuditEntry.of(viewer.requestId(), AuditEvent.FILE_LOOKED, viewer.actor(), detail)
                .about(person.insurer().value(), left ? List.of(person.insured().value()) : List.of());
    }

    /** Numbers of several insurers: each with its insurer's before it. */
    private static AuditEntry entry(InstitutionViewer viewer, ListPermit permit) {
        List<String> shown = permit.persons().stream()
                .filter(permit::showsAnything)
                .map(person -> person.insurer().value() + "/" + person.insured().value())
                .toList();
        Map<String, ?> detail = Map.of("persons", shown, "rule", SharingRule.VERSION);
        return AuditEntry.of(viewer.requestId(), AuditEvent.LIST_LOOKED, viewer.actor(), detail);
    }

    private static String word(Decision decision) {
        return switch (decision) {
            case Decision.Allowed allowed -> allowed.ground().name();
            case Decision.Refused refused -> refused.reason().name();
        };
    }
}
