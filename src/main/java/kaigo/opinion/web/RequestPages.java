package kaigo.opinion.web;

import java.time.InstantSource;
import java.time.LocalDate;
import kaigo.opinion.Requests;
import kaigo.opinion.Requests.Question;
import kaigo.screens.ScreenText;
import kaigo.screens.SeeOther;
import kaigo.shared.Days;
import kaigo.shared.InsurerViewer;
import kaigo.shared.JapaneseDates;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 意見書の依頼: which opinions a municipality waits for, and which have come on paper. */
@Controller
class RequestPages {

    private static final String DONE = "done";
    private static final int LISTED = 500;

    private final Requests requests;
    private final InstantSource clock;

    RequestPages(Requests requests, InstantSource clock) {
        this.requests = requests;
        this.clock = clock;
    }

    @GetMapping(RequestPage.PATH)
    ModelAndView list(InsurerViewer viewer, @RequestParam(defaultValue = "false") boolean all, Model model) {
        String said = model.getAttribute(DONE) instanceof String text ? text : null;
        return page(viewer, new Question(all, LISTED), RequestForm.empty(today()), said);
    }

    private ModelAndView page(InsurerViewer viewer, Question question, RequestForm form, @Nullable String said) {
        ModelAndView page = new ModelAndView(
                "opinion/requests",
                "it",
                new RequestPage(requests.list(viewer, question), question, form, JapaneseDates.wareki(today()), said));
        page.setStatus(form.isWrong() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
        return page;
    }

    @PostMapping(RequestPage.PATH)
    ModelAndView mark(
            InsurerViewer viewer,
            RequestForm.Typed typed,
            @RequestParam(defaultValue = "false") boolean undo,
            RedirectAttributes next) {
        RequestForm form = RequestForm.of(typed, today());
        if (form.isWrong()) {
            return page(viewer, new Question(false, LISTED), form, null);
        }
        if (undo) {
            requests.unmark(viewer, form.asked(viewer.insurer()));
        } else {
            requests.mark(viewer, form.asked(viewer.insurer()), form.received());
        }
        next.addFlashAttribute(DONE, ScreenText.text(undo ? "request.undone" : "request.done"));
        return SeeOther.at(RequestPage.PATH);
    }

    private LocalDate today() {
        return Days.of(clock.instant());
    }
}
