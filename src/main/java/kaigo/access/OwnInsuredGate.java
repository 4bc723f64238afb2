package kaigo.access;

import java.io.IOException;
import java.time.Instant;
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
        try (Own own = enter(viewer)) {
            Optional<Held<T>> held = snapshot.execute(status -> find(look, own, read));
            try {
                record(look, asked, held);
                return held.map(Held::opened);
            } finally {
                held.ifPresent(Held::close);
            }
        }
    }

    /** A look that sends, once it is on record, what it has found. */
    public <T> Optional<Opened<T>> open(
            InsurerViewer viewer,
            InsuredNumber insured,
            Set<Kind> asked,
            BiFunction<InsurerPermit, FilePermit, Found<T>> find,
            FileGate.Sending<T> sending)
            throws IOException {
        Look look = new Look(viewer, new PersonKey(viewer.insurer(), insured), asked);
        try (Own own = enter(viewer)) {
            Optional<Held<Found<T>>> held = snapshot.execute(status -> find(look, own, find));
            try {
                record(look, held.map(one -> one.opened().value().kinds()).orElse(asked), held);
                if (held.isPresent()) {
                    sending.send(
                            held.get().permit(), held.get().opened().value().value());
                }
                return held.map(one -> new Opened<>(
                        one.opened().value().value(),
                        one.opened().decisions(),
                        one.opened().standing()));
            } finally {
                held.ifPresent(Held::close);
            }
        }
    }

    private record Look(InsurerViewer viewer, PersonKey person, Set<Kind> asked) {}

    private record Own(InsurerPermit permit) implements AutoCloseable {
        @Override
        public void close() {
            permit.close();
        }
    }

    private record Held<T>(Opened<T> opened, FilePermit permit) {
        void close() {
            permit.close();
        }
    }

    private static Own enter(InsurerViewer viewer) {
        if (!Purpose.READ_PERSON.isOpenTo(viewer.role())) {
            throw new NotAllowed(Purpose.READ_PERSON);
        }
        return new Own(new InsurerPermit(viewer.insurer()));
    }

    private <T> Optional<Held<T>> find(Look look, Own own, BiFunction<InsurerPermit, FilePermit, T> read) {
        Instant now = clock.instant();
        LocalDate today = Days.of(now);
        return store.find(own.permit(), look.person(), today).map(facts -> {
            Map<Kind, Decision> decisions = decide(facts, today);
            FilePermit permit = new FilePermit(
                    look.person(),
                    FileJudge.only(look.asked(), decisions),
                    new FilePermit.Within(facts.applications(), true));
            Opened.Standing standing = new Opened.Standing(false, facts.lostOn(), List.of());
            try {
                return new Held<>(new Opened<>(read.apply(own.permit(), permit), decisions, standing), permit);
            } catch (RuntimeException failure) {
                permit.close();
                throw failure;
            }
        });
    }

    private Map<Kind, Decision> decide(OwnFacts facts, LocalDate today) {
        return rule.decide(new Facts(new Viewpoint.Municipality(true), true, facts.started(), true, false, today));
    }

    private void record(Look look, Set<Kind> left, Optional<? extends Held<?>> held) {
        String number = look.person().insured().value();
        Map<String, Object> detail = new TreeMap<>();
        detail.put("purpose", Purpose.READ_PERSON.name());
        detail.put("rule", SharingRule.VERSION);
        if (held.isPresent()) {
            detail.put(
                    "kinds",
                    InstitutionEntries.words(
                            FileJudge.only(left, held.get().opened().decisions())));
        } else {
            detail.put("tried", number);
        }
        audit.record(AuditEntry.of(
                        look.viewer().requestId(),
                        AuditEvent.INSURER_LOOKED,
                        look.viewer().actor(),
                        detail)
                .about(look.person().insurer().value(), held.isPresent() ? List.of(number) : List.of()));
    }
}
