package kaigo.access;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import kaigo.access.MeetingFactStore.Invited;
import kaigo.access.rules.MeetingState;
import kaigo.access.rules.SharingRule;
import kaigo.audit.AuditEntry;
import kaigo.audit.AuditEvent;
import kaigo.audit.AuditLog;
import kaigo.shared.MemberViewer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * 審査会資料の門: a 委員 reads the papers of those meetings to which the host has invited, while they are open; everything else is
 * as if it were not there (rulings 42; proposed, ours). One look or act, one entry, with the numbers of the cases that left.
 */
@Component
public final class CommitteeGate {

    private final MeetingFactStore store;
    private final AuditLog audit;
    private final InstantSource clock;
    private final TransactionTemplate snapshot;

    CommitteeGate(
            MeetingFactStore store, AuditLog audit, PlatformTransactionManager transactions, InstantSource clock) {
        this.store = store;
        this.audit = audit;
        this.clock = clock;
        this.snapshot = Snapshot.ofPerson(transactions);
    }

    /**
     * What was found, and whose cases it is about.
     *
     * @param detail what else the entry holds: which version, which page
     */
    public record Found<T>(T value, List<PersonKey> persons, Map<String, ?> detail) {}

    /** Which meetings there are for the viewer: no case, nobody's record. */
    public <T> T list(MemberViewer viewer, Function<InvitedPermit, T> query) {
        InvitedPermit permit = new InvitedPermit(viewer);
        try {
            T found = query.apply(permit);
            record(viewer, AuditEvent.MATERIAL_LOOKED, List.of(), Map.of());
            return found;
        } finally {
            permit.close();
        }
    }

    /**
     * A look at an open meeting; empty if it is none, or nothing was found.
     *
     * @throws MeetingRecalled if it would be open, but was called back
     */
    public <T> Optional<T> look(MemberViewer viewer, UUID meeting, Function<MemberPermit, Optional<Found<T>>> query) {
        return look(viewer, meeting, query, (permit, found) -> found);
    }

    /** The same, of which {@code send} reads what leaves once the entry is durable, in no transaction: it may be long. */
    public <T, R> Optional<R> look(
            MemberViewer viewer,
            UUID meeting,
            Function<MemberPermit, Optional<Found<T>>> query,
            BiFunction<MemberPermit, T, R> send) {
        Optional<Invited> invited = find(viewer, meeting);
        Optional<MemberPermit> permit = invited.flatMap(one -> permit(viewer, meeting, one));
        try {
            Optional<Found<T>> found =
                    permit.flatMap(one -> Optional.ofNullable(snapshot.execute(status -> query.apply(one)))
                            .flatMap(any -> any));
            record(viewer, AuditEvent.MATERIAL_LOOKED, meeting, found);
            invited.ifPresent(CommitteeGate::requireNotRecalled);
            return permit.flatMap(one -> found.map(what -> send.apply(one, what.value())));
        } finally {
            permit.ifPresent(MemberPermit::close);
        }
    }

    /**
     * What a member writes down for himself: {@code query} finds whose case it is about, or that there is none; the entry,
     * which tells nothing of what is written, is durable before {@code write} begins.
     */
    public <T, R> Optional<R> act(
            MemberViewer viewer,
            UUID meeting,
            Function<MemberPermit, Optional<Found<T>>> query,
            BiFunction<MemberPermit, T, R> write) {
        Optional<Invited> invited = find(viewer, meeting);
        Optional<MemberPermit> permit = invited.flatMap(one -> permit(viewer, meeting, one));
        try {
            Optional<Found<T>> found = permit.flatMap(query);
            record(viewer, AuditEvent.MATERIAL_WRITTEN, meeting, found);
            invited.ifPresent(CommitteeGate::requireNotRecalled);
            return permit.flatMap(one -> found.map(what -> write.apply(one, what.value())));
        } finally {
            permit.ifPresent(MemberPermit::close);
        }
    }

    private Optional<Invited> find(MemberViewer viewer, UUID meeting) {
        InvitedPermit permit = new InvitedPermit(viewer);
        try {
            return store.find(permit, meeting, clock.instant());
        } finally {
            permit.close();
        }
    }

    private static Optional<MemberPermit> permit(MemberViewer viewer, UUID meeting, Invited invited) {
        return invited.state() == MeetingState.OPEN
                ? Optional.of(new MemberPermit(viewer, meeting, invited.chair()))
                : Optional.empty();
    }

    private static void requireNotRecalled(Invited invited) {
        if (invited.recalled() != null) {
            throw new MeetingRecalled(invited.recalled());
        }
    }

    private <T> void record(MemberViewer viewer, AuditEvent event, UUID meeting, Optional<Found<T>> found) {
        Map<String, Object> detail = new TreeMap<>();
        detail.put("meeting", meeting.toString());
        found.ifPresent(what -> detail.putAll(what.detail()));
        record(viewer, event, found.map(Found::persons).orElse(List.of()), detail);
    }

    private void record(MemberViewer viewer, AuditEvent event, List<PersonKey> persons, Map<String, ?> more) {
        Map<String, Object> detail = new TreeMap<>(more);
        detail.put("rule", SharingRule.VERSION);
        detail.put("persons", InstitutionEntries.named(persons));
        audit.record(AuditEntry.of(viewer.requestId(), event, viewer.actor(), detail));
    }
}
