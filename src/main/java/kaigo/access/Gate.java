package kaigo.access;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import kaigo.audit.AuditEntry;
import kaigo.audit.AuditEvent;
import kaigo.audit.AuditLog;
import kaigo.shared.InsurerViewer;
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
        this.snapshot = new TransactionTemplate(transactions);
        snapshot.setReadOnly(true);
        snapshot.setIsolationLevel(TransactionTemplate.ISOLATION_REPEATABLE_READ);
    }

    /**
     * An insurer's look at its own records: one read-only snapshot, one entry with the 被保険者番号 that leave. The entry
     * is durable when this returns; if it can't be written the look fails and nothing leaves.
     */
    public <T> T look(InsurerViewer viewer, Purpose purpose, Function<InsurerPermit, Looked<T>> query) {
        InsurerPermit permit = new InsurerPermit(viewer.insurer());
        Looked<T> found;
        try {
            found = snapshot.execute(status -> query.apply(permit));
        } finally {
            permit.close();
        }
        audit.record(entry(viewer, AuditEvent.INSURER_LOOKED, purpose, found.subjects()));
        return found.value();
    }

    /**
     * An insurer's act on its own records. The entry is durable before the act begins: a kill in between leaves an entry
     * without its act, never an act without its entry.
     *
     * @param subjects 被保険者番号 whose records the act changes
     */
    public <T> T act(InsurerViewer viewer, Purpose purpose, List<String> subjects, Function<InsurerPermit, T> act) {
        audit.record(entry(viewer, AuditEvent.INSURER_ACTED, purpose, subjects));
        InsurerPermit permit = new InsurerPermit(viewer.insurer());
        try {
            return act.apply(permit);
        } finally {
            permit.close();
        }
    }

    /** One run of a named job; {@code run} answers how many records it worked on. A run of none leaves no entry. */
    public long job(String name, String runId, ToLongFunction<JobPermit> run) {
        long count = run.applyAsLong(new JobPermit(name));
        if (count > 0) {
            audit.record(AuditEntry.of(runId, AuditEvent.JOB_RAN, "job:" + name, Map.of("count", count)));
        }
        return count;
    }

    private static AuditEntry entry(InsurerViewer viewer, AuditEvent event, Purpose purpose, List<String> subjects) {
        return AuditEntry.of(viewer.requestId(), event, viewer.actor(), Map.of("purpose", purpose.name()))
                .about(viewer.insurer().value(), subjects);
    }
}
