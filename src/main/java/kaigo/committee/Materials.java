package kaigo.committee;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import kaigo.access.Gate;
import kaigo.access.InsurerPermit;
import kaigo.access.Looked;
import kaigo.access.PersonKey;
import kaigo.access.Purpose;
import kaigo.access.rules.MeetingState;
import kaigo.committee.VersionStore.Of;
import kaigo.committee.rules.Cutting;
import kaigo.committee.rules.PaperCase;
import kaigo.documents.Document;
import kaigo.documents.Documents;
import kaigo.documents.Kept;
import kaigo.documents.OutlineItem;
import kaigo.documents.Pages;
import kaigo.shared.InsurerNumber;
import kaigo.shared.InsurerViewer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** 審査会資料: the front door of the host that sends them, replaces them, calls them back, and sees who has read. */
@Component
public class Materials {

    private static final int LISTED = 200;

    private final Gate gate;
    private final MeetingStore meetings;
    private final VersionStore versions;
    private final Publishing publishing;
    private final Documents documents;
    private final Pages pages;
    private final InstantSource clock;
    private final TransactionTemplate transaction;

    Materials(
            Gate gate,
            MeetingStore meetings,
            VersionStore versions,
            Publishing publishing,
            Documents documents,
            Pages pages,
            PlatformTransactionManager transactions,
            InstantSource clock) {
        this.gate = gate;
        this.meetings = meetings;
        this.versions = versions;
        this.publishing = publishing;
        this.documents = documents;
        this.pages = pages;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** The newest meeting first. */
    public List<Meeting> list(InsurerViewer viewer) {
        return gate.look(viewer, Purpose.READ_MATERIAL, permit -> Looked.aboutNobody(meetings.list(permit, LISTED)));
    }

    public Optional<Material> find(InsurerViewer viewer, UUID meeting) {
        return look(viewer, permit -> meetings.find(permit, meeting));
    }

    /** @param materialNo 資料番号 */
    public Optional<Material> find(InsurerViewer viewer, String materialNo) {
        return look(viewer, permit -> meetings.findByMaterial(permit, permit.insurer(), materialNo));
    }

    private Optional<Material> look(InsurerViewer viewer, Function<InsurerPermit, Optional<Meeting>> which) {
        return gate.look(viewer, Purpose.READ_MATERIAL, permit -> {
            Optional<Material> found = which.apply(permit).map(meeting -> material(permit, meeting));
            return looked(permit, found, found);
        });
    }

    private Material material(InsurerPermit permit, Meeting meeting) {
        return new Material(
                meeting,
                versions.list(permit, new Of(permit.insurer(), meeting.id())),
                meetings.listReceipts(permit, meeting.id()));
    }

    private static <T> Looked<T> looked(InsurerPermit permit, T value, Optional<Material> shown) {
        List<PersonKey> persons = shown.stream()
                .flatMap(one -> one.versions().stream())
                .flatMap(version -> version.cases().stream())
                .map(PaperCase::person)
                .distinct()
                .toList();
        return new Looked<>(value, own(permit.insurer(), persons), others(permit.insurer(), persons));
    }

    private static List<String> own(InsurerNumber insurer, List<PersonKey> persons) {
        return persons.stream()
                .filter(person -> person.insurer().equals(insurer))
                .map(person -> person.insured().value())
                .distinct()
                .toList();
    }

    /** 共同設置: those of other insurers, each with its insurer's number. */
    private static Map<String, ?> others(InsurerNumber insurer, List<PersonKey> persons) {
        List<String> others = persons.stream()
                .filter(person -> !person.insurer().equals(insurer))
                .map(person -> person.insurer().value() + "/" + person.insured().value())
                .toList();
        return others.isEmpty() ? Map.of() : Map.of("persons", others);
    }

    /**
     * A PDF for a set: checked, and kept for some days until a set names it.
     *
     * @throws UncheckedIOException if the sender's connection breaks
     */
    public Kept receive(InsurerViewer viewer, InputStream bytes) {
        return gate.act(viewer, Purpose.SEND_MATERIAL, List.of(), permit -> {
            try {
                return documents.keep(permit, viewer, bytes, null);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /**
     * A PDF that was kept, and where its outline begins a case.
     *
     * @param marks しおり; empty if there is none
     * @param replaced the set whose new version it is to be, or null
     */
    public record Proposal(
            Document document,
            List<OutlineItem> marks,
            @Nullable Material replaced) {

        @Override
        public String toString() {
            return "Proposal[…]";
        }
    }

    /** @param replaces the set, or null of a new one; empty if there is no such PDF or set */
    public Optional<Proposal> propose(InsurerViewer viewer, String sha256, @Nullable UUID replaces) {
        return gate.look(
                viewer,
                Purpose.READ_MATERIAL,
                permit -> {
                    Optional<Material> replaced = replaces == null
                            ? Optional.empty()
                            : meetings.find(permit, replaces).map(meeting -> material(permit, meeting));
                    Optional<Proposal> found = documents
                            .find(permit, sha256)
                            .filter(document -> replaces == null || replaced.isPresent())
                            .map(document -> new Proposal(document, List.of(), replaced.orElse(null)));
                    return looked(permit, found, found.isPresent() ? replaced : Optional.empty());
                },
                (permit, found) -> found.map(
                        one -> new Proposal(one.document(), pages.outline(permit, one.document()), one.replaced())));
    }

    /** Whether a set was published, or why not. */
    public enum Answer {
        DONE,
        /** There is no such set, or no such PDF any more. */
        ABSENT,
        /** It has ended or was called back, or comes by M11. */
        NOT_NOW
    }

    /** @param meeting of an answer DONE */
    public record Published(Answer answer, @Nullable UUID meeting) {}

    /**
     * A new set of the screen, under a 資料番号 that no other has; or a new version of one that is not over.
     *
     * @param replaces null of a new one
     */
    public Published publish(InsurerViewer viewer, SetDraft draft, @Nullable UUID replaces) {
        List<PersonKey> persons =
                draft.cases().stream().map(Cutting.Sent::person).toList();
        Published done = gate.act(
                viewer,
                Purpose.SEND_MATERIAL,
                own(viewer.insurer(), persons),
                permit -> transaction.execute(status -> publish(permit, viewer, draft, replaces)));
        pages.wake();
        return done;
    }

    private Published publish(InsurerPermit permit, InsurerViewer viewer, SetDraft draft, @Nullable UUID replaces) {
        boolean there = documents
                .find(permit, draft.paper().sha256())
                .filter(document -> document.pages() == draft.paper().pages())
                .isPresent();
        if (!there) {
            return new Published(Answer.ABSENT, null);
        }
        if (replaces == null) {
            return new Published(Answer.DONE, publishing.publish(permit, permit.insurer(), draft, viewer.actor()));
        }
        Optional<Meeting> known = meetings.find(permit, replaces);
        if (known.isEmpty()) {
            return new Published(Answer.ABSENT, null);
        }
        String materialNo = known.get().materialNo();
        meetings.lock(permit, permit.insurer(), materialNo);
        if (!canReplace(meetings.find(permit, replaces).orElseThrow())) {
            return new Published(Answer.NOT_NOW, null);
        }
        return new Published(
                Answer.DONE, publishing.publish(permit, permit.insurer(), draft.under(materialNo), viewer.actor()));
    }

    /** On the screen: what M11 has sent, M11 replaces. */
    public boolean canReplace(Meeting meeting) {
        return !meeting.byFile() && isRunning(meeting);
    }

    public boolean isRunning(Meeting meeting) {
        MeetingState state = meeting.state(clock.instant());
        return state == MeetingState.OPEN || state == MeetingState.WAITING;
    }

    /** 取戻し: from now on nobody reads it. @param reason what the members are told */
    public Answer recall(InsurerViewer viewer, UUID meeting, String reason) {
        return recall(viewer, permit -> meetings.find(permit, meeting), reason);
    }

    /** @param materialNo 資料番号 */
    public Answer recall(InsurerViewer viewer, String materialNo, String reason) {
        return recall(viewer, permit -> meetings.findByMaterial(permit, permit.insurer(), materialNo), reason);
    }

    private Answer recall(InsurerViewer viewer, Function<InsurerPermit, Optional<Meeting>> which, String reason) {
        return gate.act(
                viewer,
                Purpose.RECALL_MATERIAL,
                permit -> which.apply(permit).stream()
                        .flatMap(meeting ->
                                versions
                                        .listCases(permit, new Of(permit.insurer(), meeting.id()), meeting.version())
                                        .stream())
                        .map(PaperCase::person)
                        .filter(person -> person.insurer().equals(permit.insurer()))
                        .map(person -> person.insured().value())
                        .distinct()
                        .toList(),
                permit -> transaction.execute(status -> which.apply(permit)
                        .map(meeting -> recall(permit, viewer, meeting, reason))
                        .orElse(Answer.ABSENT)));
    }

    private Answer recall(InsurerPermit permit, InsurerViewer viewer, Meeting meeting, String reason) {
        Of of = new Of(permit.insurer(), meeting.id());
        return publishing.recall(permit, of, meeting.version(), reason, viewer.actor()) ? Answer.DONE : Answer.NOT_NOW;
    }
}
