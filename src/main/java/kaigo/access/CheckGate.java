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
                FileFacts facts = store.read(made.viewer(), made.person(), clock.instant());
                CheckAnswer hindered = hindrance(made, facts);
                CheckAnswer answer = hindered == CheckAnswer.VERIFIED ? compare.apply(permit) : hindered;
                audit.record(entry(made, facts.jobs(), answer));
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
    private static CheckAnswer hindrance(Try made, FileFacts facts) {
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
    private static AuditEntry entry(Try made, List<String> jobs, CheckAnswer answer) {
        Map<String, Object> detail = new TreeMap<>(InstitutionEntries.ruled(jobs));
        detail.put("answer", answer.name());
        if (made.byCard()) {
            detail.put("by", "card");
        }
        boolean right = answer == CheckAnswer.VERIFIED;
        return made.found().isPresent()
                ? InstitutionEntries.tried(made.viewer(), AuditEvent.PERSON_CHECKED, made.person(), right, detail)
                : AuditEntry.of(
                        made.viewer().requestId(),
                        AuditEvent.PERSON_CHECKED,
                        made.viewer().actor(),
                        detail);
    }
}
