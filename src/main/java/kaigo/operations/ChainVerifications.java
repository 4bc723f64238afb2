package kaigo.operations;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import kaigo.audit.AuditEntry;
import kaigo.audit.AuditEvent;
import kaigo.audit.AuditLog;
import kaigo.jobs.Workers;
import kaigo.shared.OperatorViewer;
import kaigo.shared.UuidV7;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * 監査記録の検証: the front door to asking for one, and to what was found. It runs in the background. An auditor who trusts
 * neither this server nor its keys' folder uses {@code ./kiban audit verify} with keys of his own.
 */
@Component
public class ChainVerifications {

    private final ChainVerificationStore store;
    private final AuditLog audit;
    private final Workers workers;
    private final UuidV7 ids;
    private final InstantSource clock;

    ChainVerifications(
            ChainVerificationStore store,
            AuditLog audit,
            @Qualifier("chainVerifiers") Workers workers,
            UuidV7 ids,
            InstantSource clock) {
        this.store = store;
        this.audit = audit;
        this.workers = workers;
        this.ids = ids;
        this.clock = clock;
    }

    /** On record before it begins; while one is under way nothing else is begun. */
    public void ask(OperatorViewer viewer) {
        audit.record(AuditEntry.of(
                viewer.requestId(),
                AuditEvent.OPERATOR_ACTED,
                viewer.actor(),
                Map.of("action", "AUDIT_VERIFICATION_ASKED")));
        if (store.ask(ids.next(), viewer.login(), clock.instant())) {
            workers.wake();
        }
    }

    /** Newest first. */
    public List<ChainVerification> list(int limit) {
        return store.list(limit);
    }
}
