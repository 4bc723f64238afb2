package kaigo.insured.web;

import kaigo.access.PersonHandles;
import kaigo.insured.CaseKind;
import kaigo.insured.CaseList;
import kaigo.insured.LinkCase;
import kaigo.insured.LinkCases;
import kaigo.insured.LinkCases.Found;
import kaigo.insured.rules.LinkChoice;
import kaigo.insured.rules.LinkQuestion;
import kaigo.participants.Insurers;
import kaigo.screens.Field;
import kaigo.screens.Pager;
import kaigo.screens.ScreenText;
import kaigo.screens.SeeOther;
import kaigo.shared.InsuredNumber;
import kaigo.shared.InsurerViewer;
import kaigo.shared.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** 連携できない方: the list, and the page of one with the question of the present step. */
@Controller
class CasePages {

    private static final int ROWS = 50;
    private static final Field NOTE = Field.of("note", "textarea", 500);

    private final LinkCases cases;
    private final PersonHandles handles;
    private final Insurers insurers;

    CasePages(LinkCases cases, PersonHandles handles, Insurers insurers) {
        this.cases = cases;
        this.handles = handles;
        this.insurers = insurers;
    }

    @GetMapping("/cases")
    ModelAndView list(
            InsurerViewer viewer,
            @RequestParam(defaultValue = "OPEN") CaseKind kind,
            @RequestParam(defaultValue = "1") int page) {
        int wanted = Math.clamp(page, 1, 100_000);
        CaseList list = cases.list(viewer, kind, (wanted - 1) * ROWS, ROWS);
        Pager pager = Pager.of(
                "/cases?kind=" + kind + "&", wanted, ROWS, list.counts().of(kind));
        return new ModelAndView("insured/cases", "it", new CasesPage(list, kind, pager, handles.at(viewer.insurer())));
    }

    @GetMapping("/cases/{person}")
    ModelAndView one(
            InsurerViewer viewer,
            @PathVariable String person,
            @RequestParam(required = false) @Nullable String overtaken) {
        return page(viewer, person, NOTE, overtaken != null);
    }

    @PostMapping("/cases/{person}/answer")
    ModelAndView answer(
            InsurerViewer viewer,
            @PathVariable String person,
            @RequestParam int seen,
            @RequestParam LinkQuestion question,
            @RequestParam LinkChoice choice) {
        return next(person, cases.answer(viewer, insured(viewer, person), seen, question, choice));
    }

    @PostMapping("/cases/{person}/take-back")
    ModelAndView takeBack(InsurerViewer viewer, @PathVariable String person, @RequestParam int seen) {
        return next(person, cases.takeBack(viewer, insured(viewer, person), seen));
    }

    @PostMapping("/cases/{person}/record")
    ModelAndView record(
            InsurerViewer viewer,
            @PathVariable String person,
            @RequestParam int seen,
            @RequestParam(defaultValue = "") String note) {
        String typed = Text.trimBlank(note);
        if (typed.isEmpty() || typed.length() > NOTE.maxLength()) {
            String problem = typed.isEmpty() ? "field.note.missing" : "field.note.tooLong";
            ModelAndView again =
                    page(viewer, person, NOTE.filled(note).wrong(ScreenText.text(problem, NOTE.maxLength())), false);
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return again;
        }
        return next(person, cases.record(viewer, insured(viewer, person), seen, typed));
    }

    private ModelAndView page(InsurerViewer viewer, String person, Field note, boolean overtaken) {
        Found found = cases.find(viewer, insured(viewer, person)).orElseThrow(CasePages::absent);
        LinkCase one = found.linkCase();
        String receipt = one.link() == null ? null : receipt(viewer, one.link().receipt());
        return new ModelAndView(
                "insured/case",
                "it",
                new CasePage(one, person, found.samples(), municipality(one), receipt, note, overtaken));
    }

    private @Nullable String municipality(LinkCase one) {
        String code = one.person().addressMunicipality();
        if (code == null) {
            return null;
        }
        return insurers.findMunicipality(code).orElse("") + ScreenText.text("case.municipality.code", code);
    }

    /** As the room {@code intake} writes it; the link holds its number only. */
    private static String receipt(InsurerViewer viewer, long number) {
        return "%s-%d-%06d".formatted(viewer.insurer().value(), number / 1_000_000, number % 1_000_000);
    }

    /** Shows the case as it now is. */
    private static ModelAndView next(String person, boolean done) {
        return SeeOther.at("/cases/" + person + (done ? "" : "?overtaken=1"));
    }

    private String insured(InsurerViewer viewer, String person) {
        return handles.find(person, viewer.insurer()).map(InsuredNumber::value).orElseThrow(CasePages::absent);
    }

    private static ResponseStatusException absent() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
