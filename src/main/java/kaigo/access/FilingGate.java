package kaigo.access;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import kaigo.audit.AuditEvent;
import kaigo.audit.AuditLog;
import kaigo.shared.Days;
import kaigo.shared.InstitutionViewer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * 届け出る門: who may file for a person with its municipality: an office whose services do so and in whose list the person
 * stands; no 包括同意 is needed, and every 職種 may (rulings 36, 41). One try, one entry, durable before anything is written.
 */
@Component
public final class FilingGate {

    private final FileFactStore store;
    private final AuditLog audit;
    private final InstantSource clock;
    private final TransactionTemplate transaction;

    FilingGate(FileFactStore store, AuditLog audit, PlatformTransactionManager transactions, InstantSource clock) {
        this.store = store;
        this.audit = audit;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * @param act what is to be filed, for the entry
     * @param services whether an office with these サービス種類コード may
     * @param write writes it, in one transaction, if this viewer may; what it refuses it has not written
     * @param barred the answer if it may not
     */
    public <T> T file(
            InstitutionViewer viewer,
            PersonKey person,
            Act act,
            Function<FilingPermit, T> write,
            Function<OfficeBar, T> barred) {
        return transaction.execute(status -> {
            Instant now = clock.instant();
            FileFacts facts = store.read(viewer, person, now);
            OfficeBar bar = bar(viewer, facts, act.services(), now);
            Map<String, Object> detail = new TreeMap<>(InstitutionEntries.ruled(facts.jobs()));
            detail.putAll(Map.of("act", act.name(), "answer", bar == null ? "MAY" : bar.name()));
            audit.record(InstitutionEntries.tried(viewer, AuditEvent.FILING_MADE, person, bar == null, detail));
            return bar == null
                    ? write(new FilingPermit(viewer.institution(), facts.services(), person, hasApplied(facts)), write)
                    : barred.apply(bar);
        });
    }

    /** @param name for the entry; services whether an office with these サービス種類コード may */
    public record Act(String name, Predicate<List<String>> services) {}

    /**
     * What keeps the viewer from it now, or null, so that a page offers only what can be done. It gives no permit, and nothing of
     * the person is told to whoever has not looked: so it leaves no entry of its own.
     */
    public @Nullable OfficeBar ask(InstitutionViewer viewer, PersonKey person, Predicate<List<String>> services) {
        Instant now = clock.instant();
        return bar(viewer, store.read(viewer, person, now), services, now);
    }

    private static boolean hasApplied(FileFacts facts) {
        return facts.applications().stream().anyMatch(one -> one.certifiedOn() == null && one.endedOn() == null);
    }

    private static <T> T write(FilingPermit permit, Function<FilingPermit, T> write) {
        try {
            return write.apply(permit);
        } finally {
            permit.close();
        }
    }

    private static @Nullable OfficeBar bar(
            InstitutionViewer viewer, FileFacts facts, Predicate<List<String>> services, Instant now) {
        OfficeBar bar = OfficeBar.of(viewer, facts, services.test(facts.services()));
        return bar == null && OfficeBar.hasLeft(facts, Days.of(now)) ? OfficeBar.NO_LONGER_INSURED : bar;
    }
}
