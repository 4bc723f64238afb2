package kaigo.committee;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BiFunction;
import kaigo.access.CommitteeGate;
import kaigo.access.CommitteeGate.Found;
import kaigo.access.MemberPermit;
import kaigo.access.PersonKey;
import kaigo.committee.MeetingView.NotePlace;
import kaigo.committee.MeetingView.OwnLevel;
import kaigo.committee.VersionStore.Of;
import kaigo.committee.rules.Cutting;
import kaigo.committee.rules.PaperCase;
import kaigo.committee.rules.Split;
import kaigo.documents.Document;
import kaigo.documents.DocumentProblem;
import kaigo.documents.PageView;
import kaigo.documents.Pages;
import kaigo.shared.MemberViewer;
import kaigo.shared.MyNumber;
import kaigo.shared.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** 担当の審査会: the front door of a 委員, who reads the papers of his own meetings and writes down what is his alone. */
@Component
public class Meetings {

    /** Letters of a note and of a reason [P]. */
    public static final int LONGEST_NOTE = 2000;

    public static final int LONGEST_REASON = 500;

    private final CommitteeGate gate;
    private final MemberStore store;
    private final VersionStore versions;
    private final Pages pages;
    private final InstantSource clock;

    Meetings(CommitteeGate gate, MemberStore store, VersionStore versions, Pages pages, InstantSource clock) {
        this.gate = gate;
        this.store = store;
        this.versions = versions;
        this.pages = pages;
        this.clock = clock;
    }

    public List<InvitedMeeting> list(MemberViewer viewer) {
        return gate.list(viewer, permit -> store.list(permit, clock.instant()));
    }

    public Optional<MeetingView> open(MemberViewer viewer, UUID meeting) {
        return gate.look(
                viewer,
                meeting,
                permit -> {
                    MeetingView view = view(permit);
                    return Optional.of(found(view, view.version().cases(), Map.of()));
                },
                (permit, view) -> {
                    store.opened(permit, view.version().number(), clock.instant());
                    return view;
                });
    }

    /** A page with its text, and the member's note on it; he has read it. Empty if it may not be read by the page. */
    public Optional<PageOfMeeting> page(MemberViewer viewer, UUID meeting, int page) {
        return gate.look(viewer, meeting, permit -> page(permit, page), (permit, view) -> {
            Instant now = clock.instant();
            PageView picture = look(permit, page);
            store.opened(permit, view.version().number(), now);
            store.read(permit, view.version().number(), page, now);
            view.read().add(page);
            return new PageOfMeeting(
                    view, page, picture, store.findNote(permit, PageOfMeeting.place(view.version(), page)));
        });
    }

    /** The picture of a page, before anything is written into it. */
    public Optional<PageView> picture(MemberViewer viewer, UUID meeting, int page) {
        return gate.look(viewer, meeting, permit -> page(permit, page), (permit, view) -> look(permit, page));
    }

    private Optional<Found<MeetingView>> page(MemberPermit permit, int page) {
        MeetingView view = view(permit);
        return view.meeting().viewing().allowsPages()
                        && page >= 1
                        && page <= view.version().pages()
                ? Optional.of(found(view, concerned(view.version(), page), Map.of("page", page)))
                : Optional.empty();
    }

    /** What stands before the first case may be about all of them. */
    private static List<PaperCase> concerned(Version version, int page) {
        List<PaperCase> on = Cutting.on(version.cases(), page);
        return on.isEmpty() ? version.cases() : on;
    }

    private PageView look(MemberPermit permit, int page) {
        return pages.look(permit, page).orElseGet(() -> new PageView.Failed(DocumentProblem.NOT_CHECKED));
    }

    /** Takes what a download needs: its size, and how to write it. */
    public interface Download {
        void send(Document document, Writing bytes) throws IOException;
    }

    public interface Writing {
        void to(OutputStream out) throws IOException;
    }

    /** The whole PDF, part by part. @return false if it may not be downloaded */
    public boolean download(MemberViewer viewer, UUID meeting, Download download) throws IOException {
        IOException[] broken = {null};
        boolean done = gate.look(
                        viewer,
                        meeting,
                        permit -> {
                            MeetingView view = view(permit);
                            return view.meeting().viewing().allowsDownload()
                                    ? Optional.of(found(view, view.version().cases(), Map.of("act", "DOWNLOAD")))
                                    : Optional.empty();
                        },
                        (permit, view) -> {
                            try {
                                return send(permit, view, download);
                            } catch (IOException e) {
                                broken[0] = e;
                                return false;
                            }
                        })
                .orElse(false);
        if (broken[0] != null) {
            throw broken[0];
        }
        return done;
    }

    private boolean send(MemberPermit permit, MeetingView view, Download download) throws IOException {
        Optional<Document> document = pages.find(permit);
        if (document.isEmpty()) {
            return false;
        }
        Instant now = clock.instant();
        store.opened(permit, view.version().number(), now);
        store.downloaded(permit, view.version().number(), now);
        download.send(document.get(), out -> pages.write(permit, out));
        return true;
    }

    /** @param words empty: there is no note any more */
    public Saved saveNote(MemberViewer viewer, UUID meeting, NotePlace place, String words) {
        Saved wrong = wrong(words, LONGEST_NOTE);
        return save(viewer, meeting, place.caseId(), wrong, (permit, view) -> {
            if (!view.has(place)) {
                return Saved.ABSENT;
            }
            store.saveNote(permit, place, words, clock.instant());
            return Saved.DONE;
        });
    }

    /** @param level null: there is none any more */
    public Saved saveLevel(MemberViewer viewer, UUID meeting, int caseId, @Nullable OwnLevel level) {
        Saved wrong = level == null ? null : wrong(level.reason(), LONGEST_REASON);
        return save(viewer, meeting, caseId, wrong, (permit, view) -> {
            if (!view.levelsOpen()) {
                return Saved.TOO_LATE;
            }
            if (level == null || caseId == Cutting.BEFORE_ALL) {
                store.removeLevel(permit, caseId);
            } else {
                store.saveLevel(permit, caseId, level, clock.instant());
            }
            return Saved.DONE;
        });
    }

    private static @Nullable Saved wrong(String words, int longest) {
        if (Text.codePoints(words) > longest) {
            return Saved.TOO_LONG;
        }
        return MyNumber.mayStandIn(words) ? Saved.SECRET : null;
    }

    private Saved save(
            MemberViewer viewer,
            UUID meeting,
            int caseId,
            @Nullable Saved wrong,
            BiFunction<MemberPermit, MeetingView, Saved> write) {
        return gate.act(
                        viewer,
                        meeting,
                        permit -> {
                            MeetingView view = view(permit);
                            List<PaperCase> about = view.version().cases().stream()
                                    .filter(one -> one.id() == caseId)
                                    .toList();
                            return about.isEmpty() && caseId != Cutting.BEFORE_ALL
                                    ? Optional.empty()
                                    : Optional.of(found(view, about, Map.of("act", "SAVE")));
                        },
                        (permit, view) -> wrong == null ? write.apply(permit, view) : wrong)
                .orElse(Saved.ABSENT);
    }

    private MeetingView view(MemberPermit permit) {
        Meeting meeting = store.get(permit);
        Version version = versions.get(permit, new Of(permit.insurer(), permit.meeting()));
        boolean chair = permit.isChair();
        return new MeetingView(
                meeting,
                version,
                chair,
                store.listRead(permit, version.number()),
                store.listLevels(permit),
                store.listNoted(permit),
                chair ? splits(permit, version) : List.of(),
                chair ? store.listMembers(permit) : List.of(),
                clock.instant().isBefore(meeting.plannedAt()));
    }

    private List<Split> splits(MemberPermit permit, Version version) {
        var levels = store.listAllLevels(permit);
        return Split.inOrder(version.cases().stream()
                .map(one -> new Split(one, levels.getOrDefault(one.id(), Map.of())))
                .toList());
    }

    private static Found<MeetingView> found(MeetingView view, List<PaperCase> cases, Map<String, ?> more) {
        Map<String, Object> detail = new TreeMap<>(more);
        detail.put("version", view.version().number());
        List<PersonKey> persons = cases.stream().map(PaperCase::person).toList();
        return new Found<>(view, persons, detail);
    }
}
