package kaigo.access;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import kaigo.access.rules.ServiceClass;
import kaigo.access.rules.ServiceTable;
import kaigo.audit.AuditEntry;
import kaigo.audit.AuditEvent;
import kaigo.audit.AuditLog;
import kaigo.shared.Days;
import kaigo.shared.InstitutionId;
import kaigo.shared.InstitutionViewer;
import kaigo.shared.InsuredNumber;
import kaigo.shared.InsurerNumber;
import kaigo.shared.Job;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * 意見書を書く門: a clinic, a 介護老人保健施設 or a 介護医療院, whose 医師 and 医師事務作業補助者 write for whomever they were asked; no window
 * closes it, and nothing of the person is looked up (rulings 37 to 39). One look or try, one entry, durable before it.
 */
@Component
public final class LetterGate {

    private final FileFactStore store;
    private final AuditLog audit;
    private final InstantSource clock;
    private final TransactionTemplate transaction;
    private final ServiceTable services = ServiceTable.bundled();

    LetterGate(FileFactStore store, AuditLog audit, PlatformTransactionManager transactions, InstantSource clock) {
        this.store = store;
        this.audit = audit;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * 書く試み.
     *
     * @param <E> what may come of it
     */
    public interface Trial<E extends Enum<E>> {

        /** For the entry. */
        String act();

        /** Whether only a 医師 may. */
        boolean isOfDoctor();

        E barred(LetterBar bar);

        /** Whatever else keeps it from being written, or null; it holds what must not change until it is. */
        @Nullable
        E judge(LetterPermit permit);

        /** Writes it. */
        E write(LetterPermit permit);
    }

    /** Judged and written in one transaction; the entry, which holds what came of it, stands between the two. */
    public <E extends Enum<E>> E write(InstitutionViewer viewer, PersonKey person, Trial<E> trial) {
        return transaction.execute(status -> {
            FileFacts facts = store.read(viewer, person, clock.instant());
            LetterBar bar = bar(viewer, facts, trial.isOfDoctor());
            if (bar != null) {
                record(viewer, person, facts, trial, trial.barred(bar));
                return trial.barred(bar);
            }
            return within(viewer.institution(), permit -> {
                E refused = trial.judge(permit);
                record(viewer, person, facts, trial, refused);
                return refused == null ? trial.write(permit) : refused;
            });
        });
    }

    /** @param refused null: it is written next */
    private <E extends Enum<E>> void record(
            InstitutionViewer viewer, PersonKey person, FileFacts facts, Trial<E> trial, @Nullable E refused) {
        Map<String, Object> detail = new TreeMap<>(InstitutionEntries.ruled(facts.jobs()));
        detail.putAll(Map.of("act", trial.act(), "answer", refused == null ? "DONE" : refused.name()));
        audit.record(InstitutionEntries.tried(viewer, AuditEvent.LETTER_WRITTEN, person, refused == null, detail));
    }

    /** What was found, and whose letters it is about. */
    public record Found<T>(T value, List<PersonKey> persons) {}

    /** A look at the institution's own letters; nothing for whoever may not write any. */
    public <T> Optional<T> look(InstitutionViewer viewer, Function<LetterPermit, Found<T>> query) {
        return look(viewer, Map.of(), query);
    }

    /** The same, to be put on paper, which stands in the entry. */
    public <T> Optional<T> print(InstitutionViewer viewer, Function<LetterPermit, Found<T>> query) {
        return look(viewer, Map.of("act", "PRINTED"), query);
    }

    private <T> Optional<T> look(
            InstitutionViewer viewer, Map<String, Object> act, Function<LetterPermit, Found<T>> query) {
        Instant now = clock.instant();
        FileFacts facts = store.read(viewer, NOBODY, now);
        LetterBar bar = bar(viewer, facts, false);
        boolean mayLook = bar == null || bar == LetterBar.MUNICIPALITY_NOT_STARTED;
        Optional<Found<T>> found = mayLook ? Optional.of(within(viewer.institution(), query)) : Optional.empty();
        Map<String, Object> detail = new TreeMap<>(InstitutionEntries.ruled(facts.jobs()));
        detail.putAll(act);
        detail.put("persons", InstitutionEntries.named(found.map(Found::persons).orElse(List.of())));
        audit.record(AuditEntry.of(viewer.requestId(), AuditEvent.LETTERS_LOOKED, viewer.actor(), detail));
        return found.map(Found::value);
    }

    /** Why a viewer sees none, for whoever was shown none. */
    public LetterBar why(InstitutionViewer viewer) {
        LetterBar bar = bar(viewer, store.read(viewer, NOBODY, clock.instant()), false);
        return bar == null || bar == LetterBar.MUNICIPALITY_NOT_STARTED ? LetterBar.NOT_IN_ORDER : bar;
    }

    /** Facts of the viewer alone are wanted. */
    private static final PersonKey NOBODY = new PersonKey(new InsurerNumber("000000"), new InsuredNumber("0000000000"));

    private static <T> T within(InstitutionId issuer, Function<LetterPermit, T> act) {
        LetterPermit permit = new LetterPermit(issuer);
        try {
            return act.apply(permit);
        } finally {
            permit.close();
        }
    }

    private @Nullable LetterBar bar(InstitutionViewer viewer, FileFacts facts, boolean ofDoctor) {
        if (!facts.inOrder()) {
            return LetterBar.NOT_IN_ORDER;
        }
        boolean issues = viewer.institution().kind() == InstitutionId.Kind.CLINIC
                || services.classesOf(facts.services(), Days.of(clock.instant()))
                        .contains(ServiceClass.ROKEN_IIN);
        if (!issues) {
            return LetterBar.NOT_AN_ISSUER;
        }
        boolean doctor = facts.jobs().contains(Job.DOCTOR.name());
        if (!doctor && !facts.jobs().contains(Job.MEDICAL_CLERK.name())) {
            return LetterBar.JOB_NOT_ALLOWED;
        }
        if (ofDoctor && !doctor) {
            return LetterBar.DOCTOR_NEEDED;
        }
        return facts.started() ? null : LetterBar.MUNICIPALITY_NOT_STARTED;
    }
}
