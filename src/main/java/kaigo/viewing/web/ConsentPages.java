package kaigo.viewing.web;

import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.time.InstantSource;
import java.time.LocalDate;
import kaigo.access.ConsentAnswer;
import kaigo.access.PersonHandles;
import kaigo.access.PersonKey;
import kaigo.consent.ConsentText;
import kaigo.consent.Hearings;
import kaigo.screens.ScreenText;
import kaigo.screens.SeeOther;
import kaigo.shared.Days;
import kaigo.shared.InstitutionViewer;
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

/** 同意の記録: one screen for 同意, 同意しない, 撤回 and 同意を確認できない (rulings 22 to 24). */
@Controller
class ConsentPages {

    private static final String PATH = PersonPage.PATH + "{id}/consent/record";
    private static final String AGAIN = "again";

    private final PersonReader reader;
    private final Hearings hearings;
    private final PersonHandles handles;
    private final InstantSource clock;

    ConsentPages(PersonReader reader, Hearings hearings, PersonHandles handles, InstantSource clock) {
        this.reader = reader;
        this.hearings = hearings;
        this.handles = handles;
        this.clock = clock;
    }

    /** What was refused, and the form as it was sent: for the page that the browser is sent to. */
    record Again(ConsentForm form, ConsentAnswer refused) implements Serializable {}

    @GetMapping(PATH)
    ModelAndView show(InstitutionViewer viewer, @PathVariable String id, Model model) {
        return model.getAttribute(AGAIN) instanceof Again(ConsentForm form, ConsentAnswer refused)
                ? page(viewer, id, form, refused)
                : page(viewer, id, ConsentForm.empty(today()), null);
    }

    @PostMapping(PATH)
    ModelAndView record(
            InstitutionViewer viewer,
            HttpSession session,
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes next) {
        PersonKey person = person(id);
        ConsentForm form = ConsentForm.typed(typed, today());
        if (form.isWrong()) {
            return page(viewer, id, form, null);
        }
        ConsentAnswer[] answer = {ConsentAnswer.RECORDED};
        boolean recorded = UsedForms.of(session).once(form.form(), id, () -> {
            answer[0] = form.isUnconfirmed()
                    ? hearings.note(viewer, person, form.reason())
                    : hearings.hear(viewer, person, form.hearing());
            return answer[0] == ConsentAnswer.RECORDED;
        });
        // Whatever came of the try, its page is a look of its own: one answer, one entry.
        if (!recorded) {
            next.addFlashAttribute(AGAIN, new Again(form, answer[0]));
            return SeeOther.at(PATH.replace("{id}", id));
        }
        next.addFlashAttribute(
                UserPages.DONE,
                form.isUnconfirmed()
                        ? ScreenText.text("consentForm.noted")
                        : ScreenText.text("consentForm.done." + form.hearing().act()));
        return SeeOther.at(PersonPage.PATH + id + "/" + Tab.CONSENT.path());
    }

    private ModelAndView page(InstitutionViewer viewer, String id, ConsentForm form, @Nullable ConsentAnswer refused) {
        PersonPage<ConsentView> person = reader.read(
                viewer,
                id,
                Tab.CONSENT,
                null,
                (leaf, today) -> leaf.consent().map(ConsentView::of).orElse(null));
        if (person.first().banner() == null) {
            ModelAndView closed = new ModelAndView("viewing/closed", "it", person);
            closed.setStatus(HttpStatus.FORBIDDEN);
            return closed;
        }
        // Before anything is filled in; what was sent already comes back as it was typed.
        ConsentAnswer may = hearings.ask(viewer, person(id));
        if (may != ConsentAnswer.RECORDED && refused == null && !form.isWrong()) {
            ModelAndView none = new ModelAndView("viewing/consent-refused", "it", new RefusedConsent(person, may));
            none.setStatus(HttpStatus.FORBIDDEN);
            return none;
        }
        String sentence = ConsentText.on(today())
                .map(text -> text.of(person.first().insurerName()))
                .orElse("");
        ConsentPage page = new ConsentPage(person, form, sentence, refused);
        ModelAndView view = new ModelAndView("viewing/consent-record", "it", page);
        view.setStatus(page.isWrong() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
        return view;
    }

    private PersonKey person(String id) {
        return handles.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private LocalDate today() {
        return Days.of(clock.instant());
    }
}
