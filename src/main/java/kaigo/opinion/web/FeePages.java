package kaigo.opinion.web;

import java.time.InstantSource;
import java.util.Objects;
import kaigo.opinion.FeeTables;
import kaigo.screens.ScreenText;
import kaigo.screens.SeeOther;
import kaigo.shared.Days;
import kaigo.shared.InsurerViewer;
import kaigo.shared.JapaneseDates;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 意見書作成料の設定: what a municipality pays, from which day on, and the most points that it takes. */
@Controller
class FeePages {

    private static final String DONE = "done";

    private final FeeTables tables;
    private final InstantSource clock;

    FeePages(FeeTables tables, InstantSource clock) {
        this.tables = tables;
        this.clock = clock;
    }

    @GetMapping(FeePage.PATH)
    ModelAndView show(InsurerViewer viewer, Model model) {
        String said = model.getAttribute(DONE) instanceof String text ? text : null;
        return page(viewer, FeeForm.empty(Days.of(clock.instant())), said);
    }

    private ModelAndView page(InsurerViewer viewer, FeeForm form, @Nullable String said) {
        ModelAndView page = new ModelAndView("opinion/fees", "it", new FeePage(tables.list(viewer), form, said));
        page.setStatus(form.isWrong() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
        return page;
    }

    @PostMapping(FeePage.PATH)
    ModelAndView set(InsurerViewer viewer, @RequestParam MultiValueMap<String, String> sent, RedirectAttributes next) {
        FeeForm form = FeeForm.of(name -> Objects.requireNonNullElse(sent.getFirst(name), ""));
        if (form.isWrong()) {
            return page(viewer, form, null);
        }
        tables.set(viewer, form.table());
        next.addFlashAttribute(DONE, ScreenText.text("fees.done"));
        return SeeOther.at(FeePage.PATH);
    }

    /** @param from day from which on it counts, as it is typed */
    @PostMapping(FeePage.PATH + "/remove")
    ModelAndView remove(InsurerViewer viewer, @RequestParam String from, RedirectAttributes next) {
        JapaneseDates.parse(from).ifPresent(day -> tables.remove(viewer, day));
        next.addFlashAttribute(DONE, ScreenText.text("fees.removed"));
        return SeeOther.at(FeePage.PATH);
    }
}
