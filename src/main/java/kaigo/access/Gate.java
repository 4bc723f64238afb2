package kaigo.access;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import kaigo.access.rules.SharingRule;
import kaigo.audit.AuditEntry;
import kaigo.audit.AuditEvent;
import kaigo.audit.AuditLog;
import kaigo.shared.InsurerNumber;
import kaigo.shared.InsurerViewer;
import kaigo.shared.OperatorViewer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** 門: the only maker of permits. Whatever passes here is on record before the caller goes on. */
@Component
public final class Gate {

    private final AuditLog audit;
    private final TransactionTemplate snapshot;

    public Gate(AuditLog audit, PlatformTransactionManager transactions) {
        this.audit = audit;
        this.snapshot = Snapshot.ofInsurer(transactions);
    }

    /**
     * An insurer's look at its own records: one read-only snapshot, one entry with the 被保険者番号 that leave. The entry
     * is durable when this returns; if it can't be written the look fails and nothing leaves.
     */
    public <T> T look(InsurerViewer viewer, Purpose purpose, Function<InsurerPermit, Looked<T>> query) {
        return look(viewer, purpose, query, (permit, found) -> found);
    }

    /**
     * A look whose answer is too long to be held (docs/decisions/0009): {@code query} finds in the snapshot whose records
     * will leave; once the entry is durable {@code send} reads them under the same permit, and no others.
     */
    public <T, R> R look(
            InsurerViewer viewer,
            Purpose purpose,
            Function<InsurerPermit, Looked<T>> query,
            BiFunction<InsurerPermit, T, R> send) {
        InsurerPermit permit = permit(viewer, purpose);
        try {
            Looked<T> found = snapshot.execute(status -> query.apply(permit));
            audit.record(entry(viewer, AuditEvent.INSURER_LOOKED, purpose, found.detail())
                    .about(viewer.insurer().value(), found.subjects()));
            return send.apply(permit, found.value());
        } finally {
            permit.close();
        }
    }

    /**
     * An insurer's act on its own records. The entry is durable before the act begins: a kill in between leaves an entry
     * without its act, never an act without its entry.
     *
     * @param subjects 被保険者番号 whose records the act changes
     */
    public <T> T act(InsurerViewer viewer, Purpose purpose, List<String> subjects, Function<InsurerPermit, T> act) {
        InsurerPermit permit = permit(viewer, purpose);
        audit.record(entry(viewer, AuditEvent.INSURER_ACTED, purpose, Map.of())
                .about(viewer.insurer().value(), subjects));
        try {
            return act.apply(permit);
        } finally {
            permit.close();
        }
    }

    /** The same, of an act that names its records otherwise than by 被保険者番号: {@code subjects} finds whose they are. */
    public <T> T act(
            InsurerViewer viewer,
            Purpose purpose,
            Function<InsurerPermit, List<String>> subjects,
            Function<InsurerPermit, T> act) {
        InsurerPermit permit = permit(viewer, purpose);
        try {
            audit.record(entry(viewer, AuditEvent.INSURER_ACTED, purpose, Map.of())
                    .about(viewer.insurer().value(), subjects.apply(permit)));
            return act.apply(permit);
        } finally {
            permit.close();
        }
    }

    /**
     * One run of a named job; answers how many records it counted on its permit. A run that fails has its entry too, a run
     * of none has not.
     */
    public long job(String name, String runId, Consumer<JobPermit> run) {
        JobPermit permit = new JobPermit();
        try {
            run.accept(permit);
        } finally {
            if (permit.count() > 0) {
                audit.record(AuditEntry.of(runId, AuditEvent.JOB_RAN, "job:" + name, Map.of("count", permit.count())));
            }
        }
        return permit.count();
    }

    /** An operator's act, which concerns an insurer and no person. On record before it begins. */
    public <T> T operate(OperatorViewer viewer, String action, InsurerNumber insurer, Supplier<T> act) {
        audit.record(
                AuditEntry.of(viewer.requestId(), AuditEvent.OPERATOR_ACTED, viewer.actor(), Map.of("action", action))
                        .about(insurer.value(), List.of()));
        return act.get();
    }

    private static InsurerPermit permit(InsurerViewer viewer, Purpose purpose) {
        if (!purpose.isOpenTo(viewer.role())) {
            throw new NotAllowed(purpose);
        }
        return new InsurerPermit(viewer.insurer());
    }

    private static AuditEntry entry(InsurerViewer viewer, AuditEvent event, Purpose purpose, Map<String, ?> more) {
        Map<String, Object> detail = new HashMap<>(more);
        detail.put("purpose", purpose.name());
        detail.put("rule", SharingRule.VERSION);
        return AuditEntry.of(viewer.requestId(), event, viewer.actor(), detail);
    }
}
