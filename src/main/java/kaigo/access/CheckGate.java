package kaigo.access;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
                FileFacts facts = store.read(viewer, person, clock.instant());
                CheckAnswer hindered = hindrance(viewer, facts);
                CheckAnswer answer = hindered == CheckAnswer.VERIFIED ? compare.apply(permit) : hindered;
                audit.record(entry(viewer, facts.jobs(), permit, answer));
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
     * one opens the files of all (rulings 25). On record before it holds; a number that does not stand there was only tried.
     *
     * @return false if there was nothing to end
     */
    public boolean letGo(InstitutionViewer viewer, PersonKey person, Predicate<CheckPermit> act) {
        FileFacts facts = store.read(viewer, person, clock.instant());
        boolean ended = letGoOne(viewer, person, facts.jobs(), act);
        for (PersonKey other : facts.elsewhere().files()) {
            ended |= letGoOne(viewer, other, facts.jobs(), act);
        }
        return ended;
    }

    private boolean letGoOne(
            InstitutionViewer viewer, PersonKey person, List<String> jobs, Predicate<CheckPermit> act) {
        return transaction.execute(status -> {
            CheckPermit permit = new CheckPermit(viewer.institution(), person);
            try {
                boolean ended = act.test(permit);
                audit.record(InstitutionEntries.tried(
                        viewer, AuditEvent.VIEWING_ENDED, person, ended, InstitutionEntries.ruled(jobs)));
                return ended;
            } finally {
                permit.close();
            }
        });
    }

    /** VERIFIED: nothing hinders. */
    private static CheckAnswer hindrance(InstitutionViewer viewer, FileFacts facts) {
        if (!facts.inOrder()) {
            return CheckAnswer.NOT_IN_ORDER;
        }
        if (viewer.institution().kind() == InstitutionId.Kind.CLINIC) {
            return CheckAnswer.NOT_FOR_CLINICS;
        }
        return facts.started() ? CheckAnswer.VERIFIED : CheckAnswer.MUNICIPALITY_NOT_STARTED;
    }

    private static AuditEntry entry(
            InstitutionViewer viewer, List<String> jobs, CheckPermit permit, CheckAnswer answer) {
        Map<String, Object> detail = new TreeMap<>(InstitutionEntries.ruled(jobs));
        detail.put("answer", answer.name());
        boolean right = answer == CheckAnswer.VERIFIED;
        return InstitutionEntries.tried(viewer, AuditEvent.PERSON_CHECKED, permit.person(), right, detail);
    }
}
