package kaigo.access;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
     * 届け出の試み.
     *
     * @param <E> what may come of it
     */
    public interface Trial<E extends Enum<E>> {

        /** What is to be filed, for the entry. */
        String act();

        /** Whether an office with these サービス種類コード may. */
        boolean mayServe(List<String> services);

        E barred(OfficeBar bar);

        /** Whatever else keeps it from being written, or null; it holds what must not change until it is. */
        @Nullable
        E judge(FilingPermit permit);

        /** Writes it. */
        E write(FilingPermit permit);
    }

    /** Judged and written in one transaction; the entry, which holds what came of it, stands between the two. */
    public <E extends Enum<E>> E file(InstitutionViewer viewer, PersonKey person, Trial<E> trial) {
        return transaction.execute(status -> {
            Instant now = clock.instant();
            FileFacts facts = store.read(viewer, person, now);
            OfficeBar bar = bar(viewer, facts, trial::mayServe, now);
            if (bar != null) {
                record(viewer, person, facts, trial, trial.barred(bar));
                return trial.barred(bar);
            }
            FilingPermit permit = new FilingPermit(viewer.institution(), facts.services(), person, hasApplied(facts));
            try {
                E refused = trial.judge(permit);
                record(viewer, person, facts, trial, refused);
                return refused == null ? trial.write(permit) : refused;
            } finally {
                permit.close();
            }
        });
    }

    /** @param refused null: it is written next */
    private <E extends Enum<E>> void record(
            InstitutionViewer viewer, PersonKey person, FileFacts facts, Trial<E> trial, @Nullable E refused) {
        Map<String, Object> detail = new TreeMap<>(InstitutionEntries.ruled(facts.jobs()));
        detail.putAll(Map.of("act", trial.act(), "answer", refused == null ? "SENT" : refused.name()));
        audit.record(InstitutionEntries.tried(viewer, AuditEvent.FILING_MADE, person, refused == null, detail));
    }

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

    private static @Nullable OfficeBar bar(
            InstitutionViewer viewer, FileFacts facts, Predicate<List<String>> services, Instant now) {
        OfficeBar bar = OfficeBar.of(viewer, facts, services.test(facts.services()));
        return bar == null && OfficeBar.hasLeft(facts, Days.of(now)) ? OfficeBar.NO_LONGER_INSURED : bar;
    }
}
