package kaigo.rollout.web;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kaigo.api.ApiAddress;
import kaigo.identity.ClientCertificates;
import kaigo.rollout.CountRow;
import kaigo.rollout.SetupView;
import kaigo.rollout.Setups;
import kaigo.rollout.rules.Condition;
import kaigo.rollout.rules.Setup.Reason;
import kaigo.rollout.rules.SetupStep;
import kaigo.screens.Field;
import kaigo.screens.ScreenText;
import kaigo.screens.SeeOther;
import kaigo.shared.InsurerViewer;
import kaigo.shared.JapaneseDates;
import kaigo.shared.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 初期セットアップ: one page for the municipality and its vendor, from the preconditions to the 利用開始日. */
@Controller
class SetupPages {

    private static final String PATH = "/setup";
    private static final String REFUSED = "refused";
    private static final String COUNT = "count-";
    private static final int DIGITS = 9;
    static final Field DAY = Field.of("day", "text", 20);

    private final Setups setups;
    private final ApiAddress api;
    private final ClientCertificates certificates;
    private final InstantSource clock;

    SetupPages(Setups setups, ApiAddress api, ClientCertificates certificates, InstantSource clock) {
        this.setups = setups;
        this.api = api;
        this.certificates = certificates;
        this.clock = clock;
    }

    @GetMapping(PATH)
    ModelAndView show(InsurerViewer viewer, org.springframework.ui.Model model) {
        String problem = model.getAttribute(REFUSED) instanceof String reason ? reason : null;
        return page(setups.look(viewer), DAY, Map.of(), problem);
    }

    /** The same by API: nothing else has to be read than this page and the contract that it links. */
    @GetMapping(PATH + "/api")
    ModelAndView api(InsurerViewer viewer) {
        ApiPage page = new ApiPage(api.get(), viewer.insurer(), certificates.list(viewer.insurer()), clock.instant());
        return new ModelAndView("rollout/api", "it", page);
    }

    @PostMapping(PATH + "/preconditions")
    ModelAndView precondition(InsurerViewer viewer, Condition said, RedirectAttributes next) {
        return next(setups.record(viewer, said), next);
    }

    @PostMapping(PATH + "/steps")
    ModelAndView step(
            InsurerViewer viewer,
            @RequestParam SetupStep step,
            @RequestParam(defaultValue = "") String day,
            RedirectAttributes next) {
        Optional<LocalDate> parsed = JapaneseDates.parse(day);
        if (parsed.isEmpty() && !Text.trimBlank(day).isEmpty()) {
            Field wrong = DAY.filled(day).wrong(ScreenText.text("field.day.wrong"));
            return refused(page(setups.look(viewer), wrong, Map.of(), null));
        }
        return next(setups.take(viewer, step, parsed.orElse(null)), next);
    }

    /** @param typed a count per interface, under {@code count-M01} and so on */
    @PostMapping(PATH + "/counts")
    ModelAndView counts(InsurerViewer viewer, @RequestParam Map<String, String> typed, RedirectAttributes next) {
        Map<String, Integer> counts = new HashMap<>();
        Map<String, String> wrong = new HashMap<>();
        typed.forEach((name, value) -> {
            String digits = Text.trimBlank(Text.narrow(value)).replace(",", "");
            if (!name.startsWith(COUNT) || digits.isEmpty()) {
                return;
            }
            if (Text.isDigits(digits) && digits.length() <= DIGITS) {
                counts.put(name.substring(COUNT.length()), Integer.valueOf(digits));
            } else {
                wrong.put(name, value);
            }
        });
        if (!wrong.isEmpty()) {
            return refused(page(setups.look(viewer), DAY, typed, null));
        }
        return next(setups.enterCounts(viewer, counts), next);
    }

    private static ModelAndView page(SetupView view, Field day, Map<String, String> typed, @Nullable String problem) {
        List<Field> counts = new ArrayList<>();
        for (CountRow row : view.counts()) {
            String name = COUNT + row.held().interfaceId();
            String known = row.own() == null ? "" : row.own().toString();
            Field field = Field.optional(name, "number", DIGITS).filled(typed.getOrDefault(name, known));
            boolean isNumber =
                    Text.isDigits(Text.trimBlank(Text.narrow(field.value())).replace(",", ""));
            counts.add(
                    field.value().isBlank() || isNumber
                            ? field
                            : field.wrong(ScreenText.text(
                                    "field.count.wrong", row.held().interfaceId())));
        }
        return new ModelAndView("rollout/setup", "it", new SetupPage(view, day, counts, problem));
    }

    private static ModelAndView refused(ModelAndView page) {
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private static ModelAndView next(Optional<Reason> refused, RedirectAttributes next) {
        refused.ifPresent(reason -> next.addFlashAttribute(REFUSED, ScreenText.text("setup.refused." + reason)));
        return SeeOther.at(PATH);
    }
}
