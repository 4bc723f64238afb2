package kaigo.access;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import kaigo.access.rules.Facts;
import kaigo.access.rules.Kind;
import kaigo.access.rules.Proposals;
import kaigo.access.rules.Reason;
import kaigo.access.rules.SharingRule;
import kaigo.access.rules.SharingTable;
import kaigo.access.rules.Viewpoint;
import kaigo.audit.AuditEntry;
import kaigo.audit.AuditEvent;
import kaigo.audit.AuditLog;
import kaigo.identity.Administrators;
import kaigo.shared.Days;
import kaigo.shared.InstitutionViewer;
import kaigo.shared.InsurerViewer;
import kaigo.shared.Job;
import kaigo.shared.OperatorViewer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * 閲覧の記録の門: who may read which part of the audit stream. Of a person's log the table decides ({@link Kind#ACCESS_LOG}); an
 * office has no cell there: its administrator reads what the office itself did. Each reading is on record like any look.
 */
@Component
public final class LogGate {

    private static final Map<String, ?> RULED = Map.of("rule", SharingRule.VERSION);

    private final Gate gate;
    private final Administrators administrators;
    private final AuditLog audit;
    private final InstantSource clock;
    private final TransactionTemplate snapshot;
    private final SharingRule rule;

    LogGate(
            Gate gate,
            Administrators administrators,
            AuditLog audit,
            PlatformTransactionManager transactions,
            InstantSource clock,
            Proposals proposals) {
        this.gate = gate;
        this.administrators = administrators;
        this.audit = audit;
        this.clock = clock;
        this.snapshot = Snapshot.ofInsurer(transactions);
        this.rule = new SharingRule(SharingTable.bundled(), proposals);
    }

    /** The insurer's own staff, over its own insured. */
    public <T> T look(InsurerViewer viewer, Function<InsurerPermit, Looked<T>> query) {
        requireOpen(new Viewpoint.Municipality(true));
        return gate.look(viewer, Purpose.READ_ACCESS_LOG, query);
    }

    /** Empty for whoever is not an administrator there, which is on record too. */
    public <T> Optional<T> look(InstitutionViewer viewer, Function<OwnDoingsPermit, Looked<T>> query) {
        Optional<Set<Job>> jobs = administrators.findJobs(viewer, clock.instant());
        Map<String, Object> detail = new TreeMap<>(InstitutionEntries.ruled(
                jobs.orElse(Set.of()).stream().map(Job::name).toList()));
        if (jobs.isEmpty()) {
            detail.put("reason", Reason.AUTH.name());
            record(viewer.requestId(), viewer.actor(), detail);
            return Optional.empty();
        }
        return Optional.of(look(
                new OwnDoingsPermit(viewer.institution()),
                query,
                detail,
                more -> record(viewer.requestId(), viewer.actor(), more)));
    }

    public <T> T look(OperatorViewer viewer, Function<OperatorPermit, Looked<T>> query) {
        requireOpen(new Viewpoint.Operator());
        return look(new OperatorPermit(), query, RULED, detail -> record(viewer.requestId(), viewer.actor(), detail));
    }

    /** The insured, each of its own files; whoever asks has been asked for its own numbers, so it is itself. */
    public <T> T look(SelfViewer viewer, Function<SelfPermit, Looked<T>> query) {
        requireOpen(new Viewpoint.Insured(true));
        return look(
                new SelfPermit(viewer.files()),
                query,
                RULED,
                detail -> record(viewer.requestId(), viewer.actor(), detail));
    }

    /** The entry is durable before the answer leaves. */
    private <P extends Ending, T> T look(
            P permit, Function<P, Looked<T>> query, Map<String, ?> how, Consumer<Map<String, ?>> record) {
        try {
            Looked<T> found = snapshot.execute(status -> query.apply(permit));
            Map<String, Object> detail = new TreeMap<>(how);
            detail.putAll(found.detail());
            record.accept(detail);
            return found.value();
        } finally {
            permit.close();
        }
    }

    /** The table and its switches; the log is read before the insurer's start too, as there may be looks by then. */
    private void requireOpen(Viewpoint viewpoint) {
        LocalDate today = Days.of(clock.instant());
        if (!rule.decide(Kind.ACCESS_LOG, new Facts(viewpoint, true, true, true, false, today))
                .isAllowed()) {
            throw new NotAllowed(Purpose.READ_ACCESS_LOG);
        }
    }

    private void record(String requestId, String actor, Map<String, ?> detail) {
        audit.record(AuditEntry.of(requestId, AuditEvent.LOG_LOOKED, actor, detail));
    }
}
