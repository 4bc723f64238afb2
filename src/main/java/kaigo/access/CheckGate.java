package kaigo.access;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Predicate;
import kaigo.audit.AuditEntry;
import kaigo.audit.AuditEvent;
import kaigo.audit.AuditLog;
import kaigo.shared.InstitutionId;
import kaigo.shared.InstitutionViewer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** 本人確認の門: one try, one entry, durable before anything that follows from it is written. */
@Component
public final class CheckGate {

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
        return transaction.execute(status -> {
            CheckPermit permit = new CheckPermit(viewer.institution(), person);
            try {
                CheckAnswer hindered = hindrance(viewer, permit);
                CheckAnswer answer = hindered == CheckAnswer.VERIFIED ? compare.apply(permit) : hindered;
                audit.record(entry(viewer, permit, answer));
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
     * 利用終了: an institution takes a person out of its own list, with every card by which it knows it: what was checked on
     * one opens the files of all (rulings 25). On record before it is done.
     *
     * @return false if there was nothing to end
     */
    public boolean letGo(InstitutionViewer viewer, PersonKey person, Predicate<CheckPermit> act) {
        List<PersonKey> others =
                store.read(viewer, person, clock.instant()).elsewhere().files();
        boolean ended = letGoOne(viewer, person, act);
        for (PersonKey other : others) {
            ended |= letGoOne(viewer, other, act);
        }
        return ended;
    }

    private boolean letGoOne(InstitutionViewer viewer, PersonKey person, Predicate<CheckPermit> act) {
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
    private CheckAnswer hindrance(InstitutionViewer viewer, CheckPermit permit) {
        Instant now = clock.instant();
        FileFacts facts = store.read(viewer, permit.person(), now);
        if (!facts.inOrder()) {
            return CheckAnswer.NOT_IN_ORDER;
        }
        if (viewer.institution().kind() == InstitutionId.Kind.CLINIC) {
            return CheckAnswer.NOT_FOR_CLINICS;
        }
        return facts.started() ? CheckAnswer.VERIFIED : CheckAnswer.MUNICIPALITY_NOT_STARTED;
    }

    /** The person stands among the subjects if it was verified; a number that was only tried stands in the detail. */
    private static AuditEntry entry(InstitutionViewer viewer, CheckPermit permit, CheckAnswer answer) {
        boolean right = answer == CheckAnswer.VERIFIED;
        Map<String, ?> detail = right
                ? Map.of("answer", answer.name())
                : Map.of(
                        "answer",
                        answer.name(),
                        "tried",
                        permit.person().insured().value());
        return AuditEntry.of(viewer.requestId(), AuditEvent.PERSON_CHECKED, viewer.actor(), detail)
                .about(
                        permit.person().insurer().value(),
                        right ? List.of(permit.person().insured().value()) : List.of());
    }
}
