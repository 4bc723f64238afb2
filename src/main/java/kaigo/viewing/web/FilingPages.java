package kaigo.viewing.web;

import java.io.Serializable;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import kaigo.access.PersonHandles;
import kaigo.access.PersonKey;
import kaigo.filing.FilingAnswer;
import kaigo.filing.FilingReply;
import kaigo.filing.Filings;
import kaigo.filing.TypedFiling;
import kaigo.filing.TypedFiling.Wrong;
import kaigo.filing.rules.Filing;
import kaigo.filing.rules.FilingKind;
import kaigo.filing.rules.Submission;
import kaigo.insured.Banner;
import kaigo.screens.Field;
import kaigo.screens.ScreenText;
import kaigo.screens.SeeOther;
import kaigo.shared.Days;
import kaigo.shared.InstitutionViewer;
import kaigo.shared.JapaneseDates;
import kaigo.shared.Text;
import kaigo.viewing.Tab;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 代行届出の提出と廃止 (rulings 36, 41). */
@Controller
class FilingPages {

    private static final String PATH = PersonPage.PATH + "{id}/filing/{kind}";
    private static final String END = PATH + "/end";
    private static final String ENDED_ON = "filingEndedOn";
    private static final String AGAIN = "again";

    private final PersonReader reader;
    private final Filings filings;
    private final PersonHandles handles;
    private final InstantSource clock;

    FilingPages(PersonReader reader, Filings filings, PersonHandles handles, InstantSource clock) {
        this.reader = reader;
        this.filings = filings;
        this.handles = handles;
        this.clock = clock;
    }

    /** What was refused, and what was typed: for the page that the browser is sent to. */
    record Again(
            @Nullable FilingForm form,
            @Nullable Field endedOn,
            String once,
            FilingAnswer answer,
            @Nullable LocalDate takesFrom)
            implements Serializable {

        FilingReply refused() {
            return new FilingReply(answer, takesFrom);
        }
    }

    @GetMapping(PATH)
    ModelAndView show(InstitutionViewer viewer, @PathVariable String id, @PathVariable String kind, Model model) {
        FilingKind wanted = kind(kind);
        Again again = model.getAttribute(AGAIN) instanceof Again before ? before : null;
        return page(viewer, id, again != null, person -> form(viewer, person, wanted, again));
    }

    private FilingPage form(
            InstitutionViewer viewer, PersonPage<FilingView> person, FilingKind kind, @Nullable Again again) {
        FilingForm form = again == null || again.form() == null ? fresh(viewer, person, kind) : again.form();
        return new FilingPage(person, kind, form, null, form.form(), again == null ? null : again.refused());
    }

    private FilingForm fresh(InstitutionViewer viewer, PersonPage<FilingView> person, FilingKind kind) {
        Banner banner = Objects.requireNonNull(person.first().banner());
        String office = viewer.institution().number();
        Optional<Submission> before = Optional.ofNullable(person.first().content())
                .flatMap(view -> view.before(kind, office))
                .map(Filing::made);
        boolean responsible = filings.served(viewer.institution()).getOrDefault(kind, true);
        return before.map(last -> FilingForm.again(last, banner))
                .orElseGet(() -> FilingForm.fresh(kind, banner, office, responsible, today()));
    }

    @PostMapping(PATH)
    ModelAndView file(
            InstitutionViewer viewer,
            @PathVariable String id,
            @PathVariable String kind,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes next) {
        FilingKind wanted = kind(kind);
        PersonKey person = person(id);
        FilingForm form = FilingForm.typed(wanted, typed, today());
        if (form.isWrong()) {
            return page(viewer, id, true, read -> new FilingPage(read, wanted, form, null, form.form(), null));
        }
        FilingReply reply = filings.file(viewer, person, form.filing().wanted(), form.form());
        if (!reply.isSent()) {
            next.addFlashAttribute(AGAIN, new Again(form, null, form.form(), reply.answer(), reply.takesFrom()));
            return SeeOther.at(address(id, wanted));
        }
        next.addFlashAttribute(UserPages.DONE, ScreenText.text("filing.done.file"));
        return SeeOther.at(PersonPage.PATH + id + "/" + Tab.FILING.path());
    }

    @GetMapping(END)
    ModelAndView askEnd(InstitutionViewer viewer, @PathVariable String id, @PathVariable String kind, Model model) {
        FilingKind wanted = kind(kind);
        Again again = model.getAttribute(AGAIN) instanceof Again before ? before : null;
        Field day = again == null || again.endedOn() == null
                ? Field.of(ENDED_ON, "text", 30).filled(JapaneseDates.wareki(today()))
                : again.endedOn();
        String once = again == null ? UUID.randomUUID().toString() : again.once();
        return page(
                viewer,
                id,
                again != null,
                read -> new FilingPage(read, wanted, null, day, once, again == null ? null : again.refused()));
    }

    @PostMapping(END)
    ModelAndView end(
            InstitutionViewer viewer,
            @PathVariable String id,
            @PathVariable String kind,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes next) {
        FilingKind wanted = kind(kind);
        PersonKey person = person(id);
        String text = Text.trimBlank(Objects.requireNonNullElse(typed.getFirst(ENDED_ON), ""));
        String once = FilingForm.name(typed);
        Field day = Field.of(ENDED_ON, "text", 30).filled(text);
        Wrong why = TypedFiling.checkDay(text, today());
        if (why != null) {
            Field wrong = day.wrong(why.sentence(TypedFiling.Entry.FILED_ON));
            return page(viewer, id, true, read -> new FilingPage(read, wanted, null, wrong, once, null));
        }
        LocalDate on = JapaneseDates.parse(text).orElseThrow();
        FilingReply reply = filings.end(viewer, person, wanted, on, once);
        if (!reply.isSent()) {
            next.addFlashAttribute(AGAIN, new Again(null, day, once, reply.answer(), reply.takesFrom()));
            return SeeOther.at(address(id, wanted) + "/end");
        }
        next.addFlashAttribute(UserPages.DONE, ScreenText.text("filing.done.end"));
        return SeeOther.at(PersonPage.PATH + id + "/" + Tab.FILING.path());
    }

    private interface Content {
        FilingPage of(PersonPage<FilingView> person);
    }

    /** @param answered something was typed already, which comes back whatever may be done now */
    private ModelAndView page(InstitutionViewer viewer, String id, boolean answered, Content content) {
        PersonPage<FilingView> person = reader.readForForm(
                viewer,
                id,
                Tab.FILING,
                (leaf, today) -> leaf.banner()
                        .map(banner -> FilingView.of(leaf).of(viewer, filings, banner.person()))
                        .orElseGet(() -> FilingView.of(leaf)));
        FilingView view = person.first().content();
        if (person.first().banner() == null || view == null) {
            ModelAndView closed = new ModelAndView("viewing/closed", "it", person);
            closed.setStatus(HttpStatus.FORBIDDEN);
            return closed;
        }
        if (!view.mayFile() && !answered) {
            return SeeOther.at(PersonPage.PATH + id + "/" + Tab.FILING.path());
        }
        FilingPage page = content.of(person);
        ModelAndView shown =
                new ModelAndView(page.form() == null ? "viewing/filing-end" : "viewing/filing-form", "it", page);
        shown.setStatus(page.isWrong() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
        return shown;
    }

    private static String address(String id, FilingKind kind) {
        return PersonPage.PATH + id + "/filing/" + kind.path();
    }

    private static FilingKind kind(String path) {
        return FilingKind.ofPath(path).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private PersonKey person(String id) {
        return handles.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private LocalDate today() {
        return Days.of(clock.instant());
    }
}
