package kaigo.committee.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.UUID;
import kaigo.access.MeetingRecalled;
import kaigo.committee.MeetingView;
import kaigo.committee.MeetingView.NotePlace;
import kaigo.committee.MeetingView.OwnLevel;
import kaigo.committee.Meetings;
import kaigo.committee.PageOfMeeting;
import kaigo.committee.Saved;
import kaigo.committee.rules.Level;
import kaigo.documents.PageView;
import kaigo.screens.ScreenText;
import kaigo.screens.SeeOther;
import kaigo.shared.MemberViewer;
import kaigo.shared.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 委員の画面: own meetings, their papers page by page, notes and levels. */
@Controller
class CommitteePages {

    static final String PATH = "/committee";
    private static final String ONE = PATH + "/{id}";
    private static final String PAGE = ONE + "/pages/{page}";
    private static final String DONE = "done";
    private static final String TYPED = "typed";

    private final Meetings meetings;
    private final MemberNames names;
    private final Stamps stamps;

    CommitteePages(Meetings meetings, MemberNames names, Stamps stamps) {
        this.meetings = meetings;
        this.names = names;
        this.stamps = stamps;
    }

    /** What was typed and not saved, and why. */
    record Typed(NotePlace place, String level, String words, String problem) {

        @Override
        public String toString() {
            return "Typed[…]";
        }
    }

    @GetMapping(PATH)
    ModelAndView list(MemberViewer viewer) {
        return new ModelAndView("committee/list", "it", new MeetingList(meetings.list(viewer)));
    }

    @GetMapping(ONE)
    ModelAndView one(MemberViewer viewer, @PathVariable UUID id, Model model) {
        MeetingView view = meetings.open(viewer, id).orElseThrow(CommitteePages::absent);
        MeetingPage page = new MeetingPage(view, names.of(viewer.insurer(), view.members()), typed(model), done(model));
        return shown("committee/meeting", page, page.problem() != null);
    }

    /** From the field for a page's number. */
    @GetMapping(ONE + "/pages")
    ModelAndView go(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String page,
            @RequestParam(defaultValue = "1") int from,
            RedirectAttributes next) {
        String typed = Text.trimBlank(Text.narrow(page));
        if (typed.matches("[1-9][0-9]{0,3}")) {
            return SeeOther.at(PATH + "/" + id + "/pages/" + typed);
        }
        next.addFlashAttribute(
                TYPED, new Typed(new NotePlace(-1, -1), "", typed, ScreenText.text("committee.page.wrong")));
        return SeeOther.at(PATH + "/" + id + "/pages/" + from);
    }

    @GetMapping(PAGE)
    ModelAndView page(MemberViewer viewer, @PathVariable UUID id, @PathVariable int page, Model model) {
        PageOfMeeting found = meetings.page(viewer, id, page).orElseThrow(CommitteePages::absent);
        ReadingPage shown = new ReadingPage(found, typed(model), done(model));
        return shown("committee/page", shown, shown.problem() != null);
    }

    /** The picture bears who looks, and when. */
    @GetMapping(PAGE + "/picture")
    ResponseEntity<byte[]> picture(MemberViewer viewer, @PathVariable UUID id, @PathVariable int page) {
        return switch (meetings.picture(viewer, id, page).orElseThrow(CommitteePages::absent)) {
            case PageView.Shown(byte[] picture, String words) ->
                ResponseEntity.ok()
                        .contentType(MediaType.IMAGE_JPEG)
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .body(stamps.on(picture, viewer));
            case PageView.Failed failed ->
                ResponseEntity.status(
                                failed.problem().isWorthRetrying()
                                        ? HttpStatus.SERVICE_UNAVAILABLE
                                        : HttpStatus.NOT_FOUND)
                        .build();
        };
    }

    @GetMapping(ONE + "/pdf")
    void download(MemberViewer viewer, @PathVariable UUID id, HttpServletResponse response) throws IOException {
        boolean done = meetings.download(viewer, id, (document, bytes) -> {
            response.setContentType(MediaType.APPLICATION_PDF_VALUE);
            response.setContentLength(document.bytes());
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"shinsakai.pdf\"");
            bytes.to(response.getOutputStream());
        });
        if (!done) {
            throw absent();
        }
    }

    /**
     * メモ, as it was sent.
     *
     * @param page where to go on
     */
    record SentNote(
            @Nullable Integer page,
            @Nullable Integer caseId,
            @Nullable Integer casePage,
            @Nullable String words) {

        NotePlace place() {
            return new NotePlace(Objects.requireNonNullElse(caseId, -1), Objects.requireNonNullElse(casePage, -1));
        }

        @Override
        public String toString() {
            return "SentNote[…]";
        }
    }

    @PostMapping(ONE + "/notes")
    ModelAndView note(MemberViewer viewer, @PathVariable UUID id, SentNote sent, RedirectAttributes next) {
        String note = Objects.requireNonNullElse(sent.words(), "")
                .replace("\r\n", "\n")
                .strip();
        Saved saved = meetings.saveNote(viewer, id, sent.place(), note);
        Typed typed = new Typed(sent.place(), "", note, problem(saved, Meetings.LONGEST_NOTE));
        told(next, saved, typed, "committee.note.done");
        return SeeOther.at(PATH + "/" + id + "/pages/" + Objects.requireNonNullElse(sent.page(), 1) + "#note");
    }

    /**
     * 事前の判定, as it was sent.
     *
     * @param page where to go on; none: the page of the meeting
     * @param level empty: none any more
     */
    record SentLevel(
            @Nullable Integer page,
            @Nullable Integer caseId,
            @Nullable String level,
            @Nullable String reason) {

        String where() {
            return page == null || page < 1 ? "" : "/pages/" + page;
        }

        @Override
        public String toString() {
            return "SentLevel[…]";
        }
    }

    @PostMapping(ONE + "/levels")
    ModelAndView level(MemberViewer viewer, @PathVariable UUID id, SentLevel sent, RedirectAttributes next) {
        String why = Text.trimBlank(Objects.requireNonNullElse(sent.reason(), ""));
        String level = Objects.requireNonNullElse(sent.level(), "");
        int caseId = Objects.requireNonNullElse(sent.caseId(), -1);
        @Nullable
        OwnLevel own = Level.named(level).map(one -> new OwnLevel(one, why)).orElse(null);
        Saved saved = meetings.saveLevel(viewer, id, caseId, own);
        Typed typed = new Typed(new NotePlace(caseId, 0), level, why, problem(saved, Meetings.LONGEST_REASON));
        told(next, saved, typed, "committee.level.done");
        return SeeOther.at(PATH + "/" + id + sent.where() + "#case-" + caseId);
    }

    private static String problem(Saved saved, int longest) {
        return saved == Saved.DONE ? "" : ScreenText.text("committee.saved." + saved, longest);
    }

    private static void told(RedirectAttributes next, Saved saved, Typed typed, String done) {
        if (saved == Saved.DONE) {
            next.addFlashAttribute(DONE, ScreenText.text(done));
        } else {
            next.addFlashAttribute(TYPED, typed);
        }
    }

    private static @Nullable Typed typed(Model model) {
        return model.getAttribute(TYPED) instanceof Typed typed ? typed : null;
    }

    private static @Nullable String done(Model model) {
        return model.getAttribute(DONE) instanceof String text ? text : null;
    }

    private static ModelAndView shown(String template, Object page, boolean wrong) {
        ModelAndView shown = new ModelAndView(template, "it", page);
        shown.setStatus(wrong ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
        return shown;
    }

    /** What was called back is not there any more; whoever was invited may know why. */
    @ExceptionHandler
    ModelAndView recalled(MeetingRecalled recalled) {
        ModelAndView page = new ModelAndView("committee/recalled", "it", recalled.reason());
        page.setStatus(HttpStatus.GONE);
        return page;
    }

    private static ResponseStatusException absent() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
