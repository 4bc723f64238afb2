package kaigo.access;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import kaigo.access.rules.Decision;
import kaigo.access.rules.Facts;
import kaigo.access.rules.Kind;
import kaigo.access.rules.Proposals;
import kaigo.access.rules.ServiceTable;
import kaigo.access.rules.SharingRule;
import kaigo.access.rules.SharingTable;
import kaigo.access.rules.Viewpoint;
import kaigo.audit.AuditEntry;
import kaigo.audit.AuditEvent;
import kaigo.audit.AuditLog;
import kaigo.shared.Days;
import kaigo.shared.InstitutionViewer;
import kaigo.shared.InsuredNumber;
import kaigo.shared.InsurerNumber;
import kaigo.shared.Job;
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
    private final ConsentReading consents;
    private final AuditLog audit;
    private final InstantSource clock;
    private final TransactionTemplate snapshot;
    private final ServiceTable services = ServiceTable.bundled();
    private final SharingRule rule = new SharingRule(SharingTable.bundled(), Proposals.byDefault());

    FileGate(
            FileFactStore store,
            ConsentReading consents,
            AuditLog audit,
            PlatformTransactionManager transactions,
            InstantSource clock) {
        this.store = store;
        this.consents = consents;
        this.audit = audit;
        this.clock = clock;
        this.snapshot = Snapshot.of(transactions);
    }

    /** @param asked the kinds that {@code read} is to answer; what is refused of them stays unread */
    public <T> Opened<T> open(
            InstitutionViewer viewer,
            InsurerNumber insurer,
            InsuredNumber insured,
            Set<Kind> asked,
            Function<FilePermit, T> read) {
        Opened<T> opened = snapshot.execute(status -> {
            FilePermit permit = permit(viewer, insurer, insured, asked);
            try {
                return new Opened<>(read.apply(permit), permit.decisions());
            } finally {
                permit.close();
            }
        });
        audit.record(entry(viewer, insurer, insured, opened.decisions()));
        return opened;
    }

    private FilePermit permit(InstitutionViewer viewer, InsurerNumber insurer, InsuredNumber insured, Set<Kind> asked) {
        Instant now = clock.instant();
        LocalDate today = Days.of(now);
        FileFacts found = store.read(viewer, insurer, insured, now);
        Facts facts = new Facts(
                viewpoint(viewer, found, today),
                found.inOrder(),
                found.started(),
                !found.certified().isEmpty(),
                consents.isInForce(found.consent(), found.applications(), found.lostOn(), today),
                today);
        Map<Kind, Decision> decisions = new EnumMap<>(rule.decide(facts));
        decisions.keySet().retainAll(asked);
        return new FilePermit(insurer, insured, decisions, found.certified());
    }

    private Viewpoint viewpoint(InstitutionViewer viewer, FileFacts found, LocalDate today) {
        Set<Job> jobs = found.jobs().stream().map(Job::valueOf).collect(Collectors.toUnmodifiableSet());
        return switch (viewer.institution().kind()) {
            case CLINIC -> new Viewpoint.Clinic(jobs, found.requests());
            case OFFICE ->
                new Viewpoint.Office(
                        services.classesOf(found.services(), today), jobs, found.verification(), found.requests());
        };
    }

    /** The person stands among the subjects if anything left; a number that was only tried stands in the detail. */
    private static AuditEntry entry(
            InstitutionViewer viewer, InsurerNumber insurer, InsuredNumber insured, Map<Kind, Decision> decisions) {
        boolean left = decisions.values().stream().anyMatch(Decision::isAllowed);
        Map<String, String> kinds = new TreeMap<>();
        decisions.forEach((kind, decision) -> kinds.put(kind.name(), word(decision)));
        Map<String, ?> detail = left
                ? Map.of("kinds", kinds, "rule", SharingRule.VERSION)
                : Map.of("kinds", kinds, "rule", SharingRule.VERSION, "tried", insured.value());
        return AuditEntry.of(viewer.requestId(), AuditEvent.FILE_LOOKED, viewer.actor(), detail)
                .about(insurer.value(), left ? List.of(insured.value()) : List.of());
    }

    private static String word(Decision decision) {
        return switch (decision) {
            case Decision.Allowed allowed -> allowed.ground().name();
            case Decision.Refused refused -> refused.reason().name();
        };
    }
}
