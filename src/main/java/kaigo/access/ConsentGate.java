package kaigo.access;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import kaigo.access.rules.ServiceTable;
import kaigo.audit.AuditEvent;
import kaigo.audit.AuditLog;
import kaigo.shared.Days;
import kaigo.shared.InstitutionViewer;
import kaigo.shared.Job;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * 同意を聴く門: who may write down what a person said about its consent, in place of the municipality (rulings 22). One try,
 * one entry, durable before anything is written.
 */
@Component
public final class ConsentGate {

    private final FileFactStore store;
    private final AuditLog audit;
    private final InstantSource clock;
    private final TransactionTemplate transaction;
    private final ServiceTable services = ServiceTable.bundled();

    ConsentGate(FileFactStore store, AuditLog audit, PlatformTransactionManager transactions, InstantSource clock) {
        this.store = store;
        this.audit = audit;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * @param act what is to be written, for the entry
     * @param write writes it, in one transaction, if this viewer may
     */
    public ConsentAnswer hear(InstitutionViewer viewer, PersonKey person, String act, Consumer<ConsentPermit> write) {
        return transaction.execute(status -> {
            Instant now = clock.instant();
            FileFacts facts = store.read(viewer, person, now);
            ConsentAnswer answer = answer(viewer, facts, Days.of(now));
            Map<String, Object> detail = new TreeMap<>(InstitutionEntries.ruled(facts.jobs()));
            detail.putAll(Map.of("act", act, "answer", answer.name()));
            boolean written = answer == ConsentAnswer.RECORDED;
            audit.record(InstitutionEntries.tried(viewer, AuditEvent.CONSENT_HEARD, person, written, detail));
            if (written) {
                write(
                        new ConsentPermit(
                                viewer.institution(), Objects.requireNonNull(facts.careManagerNumber()), person),
                        write);
            }
            return answer;
        });
    }

    /**
     * What {@link #hear} would answer now, so that a page offers only what can be done. It gives no permit, and nothing of the
     * person is told to whoever has not looked: so it leaves no entry of its own.
     */
    public ConsentAnswer ask(InstitutionViewer viewer, PersonKey person) {
        Instant now = clock.instant();
        return answer(viewer, store.read(viewer, person, now), Days.of(now));
    }

    private static void write(ConsentPermit permit, Consumer<ConsentPermit> write) {
        try {
            write.accept(permit);
        } finally {
            permit.close();
        }
    }

    private ConsentAnswer answer(InstitutionViewer viewer, FileFacts facts, LocalDate today) {
        OfficeBar bar = OfficeBar.of(viewer, facts, services.mayTakeConsent(facts.services(), today));
        if (bar != null) {
            return ConsentAnswer.valueOf(bar.name());
        }
        if (!facts.jobs().contains(Job.CARE_MANAGER.name())) {
            return ConsentAnswer.JOB_NOT_ALLOWED;
        }
        return OfficeBar.hasLeft(facts, today) ? ConsentAnswer.NO_LONGER_INSURED : ConsentAnswer.RECORDED;
    }
}
