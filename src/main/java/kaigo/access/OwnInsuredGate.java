package kaigo.access;

import java.io.IOException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import kaigo.access.FileGate.Found;
import kaigo.access.OwnInsuredStore.OwnFacts;
import kaigo.access.rules.Decision;
import kaigo.access.rules.Facts;
import kaigo.access.rules.Kind;
import kaigo.access.rules.Proposals;
import kaigo.access.rules.SharingRule;
import kaigo.access.rules.SharingTable;
import kaigo.access.rules.Viewpoint;
import kaigo.audit.AuditEntry;
import kaigo.audit.AuditEvent;
import kaigo.audit.AuditLog;
import kaigo.shared.Days;
import kaigo.shared.InsuredNumber;
import kaigo.shared.InsurerViewer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * 保険者自身の被保険者の門: an insurer's staff reads the file of one of its own insured as offices do theirs (rulings 47), and
 * beside it what only the insurer may know. By the same rule; one look, one entry. Of an application that is not yet
 * certified it reads everything: the insurer itself sent it.
 */
@Component
public final class OwnInsuredGate {

    private final OwnInsuredStore store;
    private final AuditLog audit;
    private final InstantSource clock;
    private final TransactionTemplate snapshot;
    private final SharingRule rule;

    OwnInsuredGate(
            OwnInsuredStore store,
            AuditLog audit,
            PlatformTransactionManager transactions,
            InstantSource clock,
            Proposals proposals) {
        this.store = store;
        this.audit = audit;
        this.clock = clock;
        this.snapshot = Snapshot.ofPerson(transactions);
        this.rule = new SharingRule(SharingTable.bundled(), proposals);
    }

    /** Empty for somebody who is not insured there: that it was tried is on record. */
    public <T> Optional<Opened<T>> open(
            InsurerViewer viewer,
            InsuredNumber insured,
            Set<Kind> asked,
            BiFunction<InsurerPermit, FilePermit, T> read) {
        Look look = new Look(viewer, new PersonKey(viewer.insurer(), insured), asked);
        return enter(look, (own, permit) -> new Found<>(read.apply(own, permit), asked), (permit, found) -> {});
    }

    /** A look that sends, once it is on record, what it has found. */
    public <T> Optional<Opened<T>> open(
            InsurerViewer viewer,
            InsuredNumber insured,
            Set<Kind> asked,
            BiFunction<InsurerPermit, FilePermit, Found<T>> find,
            FileGate.Sending<T> sending)
            throws IOException {
        return enter(new Look(viewer, new PersonKey(viewer.insurer(), insured), asked), find, sending::send);
    }

    private record Look(InsurerViewer viewer, PersonKey person, Set<Kind> asked) {}

    private interface Then<T, E extends Exception> {
        void accept(FilePermit permit, T value) throws E;
    }

    /** @param permit still open */
    private record Held<T>(Opened<Found<T>> opened, FilePermit permit) {}

    private <T, E extends Exception> Optional<Opened<T>> enter(
            Look look, BiFunction<InsurerPermit, FilePermit, Found<T>> find, Then<T, E> then) throws E {
        if (!Purpose.READ_PERSON.isOpenTo(look.viewer().role())) {
            throw new NotAllowed(Purpose.READ_PERSON);
        }
        InsurerPermit own = new InsurerPermit(look.viewer().insurer());
        try {
            Optional<Held<T>> held = snapshot.execute(status -> find(look, own, find));
            if (held.isEmpty()) {
                record(look, Map.of("tried", look.person().insured().value()), List.of());
                return Optional.empty();
            }
            return Optional.of(leave(look, held.get(), then));
        } finally {
            own.close();
        }
    }

    private <T, E extends Exception> Opened<T> leave(Look look, Held<T> held, Then<T, E> then) throws E {
        Opened<Found<T>> opened = held.opened();
        Found<T> found = opened.value();
        try {
            record(
                    look,
                    Map.of("kinds", InstitutionEntries.words(FileJudge.only(found.kinds(), opened.decisions()))),
                    List.of(look.person().insured().value()));
            then.accept(held.permit(), found.value());
        } finally {
            held.permit().close();
        }
        return new Opened<>(found.value(), opened.decisions(), opened.standing());
    }

    private <T> Optional<Held<T>> find(
            Look look, InsurerPermit own, BiFunction<InsurerPermit, FilePermit, Found<T>> find) {
        LocalDate today = Days.of(clock.instant());
        return store.find(own, look.person(), today).map(facts -> {
            Map<Kind, Decision> decisions = decide(facts, today);
            FilePermit permit = new FilePermit(
                    look.person(),
                    FileJudge.only(look.asked(), decisions),
                    new FilePermit.Within(facts.applications(), true, today));
            Opened.Standing standing = new Opened.Standing(false, facts.lostOn(), List.of());
            try {
                return new Held<>(new Opened<>(find.apply(own, permit), decisions, standing), permit);
            } catch (RuntimeException failure) {
                permit.close();
                throw failure;
            }
        });
    }

    private Map<Kind, Decision> decide(OwnFacts facts, LocalDate today) {
        return rule.decide(new Facts(new Viewpoint.Municipality(true), true, facts.started(), true, false, today));
    }

    private void record(Look look, Map<String, ?> more, List<String> subjects) {
        Map<String, Object> detail = new TreeMap<>(more);
        detail.put("purpose", Purpose.READ_PERSON.name());
        detail.put("rule", SharingRule.VERSION);
        InsurerViewer viewer = look.viewer();
        audit.record(AuditEntry.of(viewer.requestId(), AuditEvent.INSURER_LOOKED, viewer.actor(), detail)
                .about(viewer.insurer().value(), subjects));
    }
}
