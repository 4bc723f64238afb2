package kaigo.operations.web;

import kaigo.access.Explanations;
import kaigo.shared.OperatorViewer;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * 判定の説明: what {@code ./kiban explain} tells, from the same front door, with an entry for each answer. It is posted: a number
 * of a person shall not stand in an address.
 */
@Controller
class ExplainPages {

    private static final String PATH = "/operator/explain";

    private final Explanations explanations;

    ExplainPages(Explanations explanations) {
        this.explanations = explanations;
    }

    @GetMapping(PATH)
    ModelAndView form(OperatorViewer viewer) {
        return view(HttpStatus.OK, new ExplainView(ExplainForm.empty(), null));
    }

    @PostMapping(PATH)
    ModelAndView explain(OperatorViewer viewer, @RequestParam MultiValueMap<String, String> typed) {
        ExplainForm form = ExplainForm.of(typed);
        return form.isWrong()
                ? view(HttpStatus.UNPROCESSABLE_CONTENT, new ExplainView(form, null))
                : view(
                        HttpStatus.OK,
                        new ExplainView(form, explanations.explain(viewer, form.asked(explanations.today()))));
    }

    private static ModelAndView view(HttpStatus status, ExplainView shown) {
        ModelAndView view = new ModelAndView("operations/explain", "it", shown);
        view.setStatus(status);
        return view;
    }
}
