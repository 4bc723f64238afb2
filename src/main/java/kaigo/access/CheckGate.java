package kaigo.access;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Predicate;
import kaigo.audit.AuditEntry;
import kaigo.audit.AuditEvent;
import kaigo.audit.AuditLog;
import kaigo.shared.InstitutionId;
import kaigo.shared.InstitutionViewer;
import kaigo.shared.InsuredNumber;
import kaigo.shared.InsurerNumber;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** 本人確認の門: one try, one entry, durable before anything that follows from it is written. */
@Component
public final class CheckGate {

    /** Of a card by which nobody was found. */
    private static final PersonKey NOBODY = new PersonKey(new InsurerNumber("000000"), InsuredNumber.of("0000000000"));

    private final FileFactStore store;
    private final AuditLog audit;
    private final InstantSource clock;
    private final TransactionTemplate transaction;

    CheckGate(FileFactStore store, AuditLog audit, PlatformTransactionManager transactions, InstantSource clock) {
        this.store = store;
        this.audit = audit;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * @param compare asked only if this institution may try at all
     * @param then writes what follows from the answer, in the same transaction
     */
    public CheckAnswer check(
            InstitutionViewer viewer,
            PersonKey person,
            Function<CheckPermit, CheckAnswer> compare,
            BiConsumer<CheckPermit, CheckAnswer> then) {
        return check(new Try(viewer, Optional.of(person), false), compare, then);
    }

    /**
     * By a card.
     *
     * @param person whose it is; empty if that could not be found out: {@code compare} then says why
     */
    public CheckAnswer checkCard(
            InstitutionViewer viewer,
            Optional<PersonKey> person,
            Function<CheckPermit, CheckAnswer> compare,
            BiConsumer<CheckPermit, CheckAnswer> then) {
        return check(new Try(viewer, person, true), compare, then);
    }

    private record Try(InstitutionViewer viewer, Optional<PersonKey> found, boolean byCard) {
        PersonKey person() {
            return found.orElse(NOBODY);
        }
    }

    private CheckAnswer check(
            Try made, Function<CheckPermit, CheckAnswer> compare, BiConsumer<CheckPermit, CheckAnswer> then) {
        return transaction.execute(status -> {
            CheckPermit permit = new CheckPermit(made.viewer().institution(), made.person());
            try {
                CheckAnswer hindered = hindrance(made);
                CheckAnswer answer = hindered == CheckAnswer.VERIFIED ? compare.apply(permit) : hindered;
                audit.record(entry(made, answer));
                if (hindered == CheckAnswer.VERIFIED) {
                    then.accept(permit, answer);
                }
                return answer;
            } finally {
                permit.close();
            }
        });
    }

    /**
     * 利用終了: an institution takes a person out of its own list. On record before it is done.
     *
     * @return false if there was nothing to end
     */
    public boolean letGo(InstitutionViewer viewer, PersonKey person, Predicate<CheckPermit> act) {
        audit.record(AuditEntry.of(viewer.requestId(), AuditEvent.VIEWING_ENDED, viewer.actor(), Map.of())
                .about(person.insurer().value(), List.of(person.insured().value())));
        CheckPermit permit = new CheckPermit(viewer.institution(), person);
        try {
            return act.test(permit);
        } finally {
            permit.close();
        }
    }

    /** VERIFIED: nothing hinders. */
    private CheckAnswer hindrance(Try made) {
        FileFacts facts = store.read(made.viewer(), made.person(), clock.instant());
        if (!facts.inOrder()) {
            return CheckAnswer.NOT_IN_ORDER;
        }
        if (made.viewer().institution().kind() == InstitutionId.Kind.CLINIC) {
            return CheckAnswer.NOT_FOR_CLINICS;
        }
        boolean waits = made.found().isPresent() && !facts.started();
        return waits ? CheckAnswer.MUNICIPALITY_NOT_STARTED : CheckAnswer.VERIFIED;
    }

    /** The person stands among the subjects if it was verified; a number that was only tried stands in the detail. */
    private static AuditEntry entry(Try made, CheckAnswer answer) {
        boolean right = answer == CheckAnswer.VERIFIED;
        boolean known = made.found().isPresent();
        String number = made.person().insured().value();
        Map<String, Object> detail = new TreeMap<>(Map.of("answer", answer.name()));
        if (made.byCard()) {
            detail.put("by", "card");
        }
        if (!right && known) {
            detail.put("tried", number);
        }
        AuditEntry entry = AuditEntry.of(
                made.viewer().requestId(),
                AuditEvent.PERSON_CHECKED,
                made.viewer().actor(),
                detail);
        return known ? entry.about(made.person().insurer().value(), right ? List.of(number) : List.of()) : entry;
    }
}
