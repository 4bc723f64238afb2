package kaigo.rollout.web;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import kaigo.intake.Freshness;
import kaigo.intake.LateInsurer;
import kaigo.rollout.SetupView;
import kaigo.rollout.Setups;
import kaigo.rollout.rules.Condition;
import kaigo.rollout.rules.Setup.Reason;
import kaigo.rollout.web.OperatorPage.Choice;
import kaigo.screens.Pager;
import kaigo.screens.ScreenText;
import kaigo.screens.SeeOther;
import kaigo.shared.Days;
import kaigo.shared.InsurerNumber;
import kaigo.shared.OperatorViewer;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 導入の状況: how far every insurer is, for the operator. Shows no person's record. */
@Controller
class OperatorPages {

    private static final int ROWS = 50;
    private static final String REFUSED = "refused";

    private final Setups setups;
    private final Freshness freshness;
    private final InstantSource clock;

    OperatorPages(Setups setups, Freshness freshness, InstantSource clock) {
        this.setups = setups;
        this.freshness = freshness;
        this.clock = clock;
    }

    @GetMapping("/operator/insurers")
    ModelAndView list(
            OperatorViewer viewer, Choice choice, @RequestParam(name = "page", defaultValue = "1") int wanted) {
        LocalDate today = Days.of(clock.instant());
        List<SetupView> all = setups.list();
        Map<InsurerNumber, LateInsurer> late =
                freshness.listLate(today).stream().collect(Collectors.toMap(LateInsurer::number, Function.identity()));
        List<SetupView> chosen = all.stream()
                .filter(one -> choice.includes(one, late.keySet(), today))
                .toList();
        Pager pager = Pager.of(choice.address(), wanted, ROWS, chosen.size());
        List<SetupView> rows = chosen.stream().skip(pager.offset()).limit(ROWS).toList();
        return new ModelAndView("rollout/operator", "it", new OperatorPage(all, late, rows, choice, pager, today));
    }

    @GetMapping("/operator/insurers/{number}")
    ModelAndView one(OperatorViewer viewer, @PathVariable String number, Model model) {
        SetupView found = setups.find(checked(number)).orElseThrow(OperatorPages::absent);
        String problem = model.getAttribute(REFUSED) instanceof String reason ? reason : null;
        SetupPage page = new SetupPage(found, SetupPages.DAY, List.of(), problem);
        return new ModelAndView("rollout/operator-setup", "it", page);
    }

    @PostMapping("/operator/insurers/{number}/preconditions")
    ModelAndView precondition(
            OperatorViewer viewer, @PathVariable String number, Condition said, RedirectAttributes next) {
        InsurerNumber insurer = checked(number);
        if (setups.find(insurer).isEmpty()) {
            throw absent();
        }
        Optional<Reason> refused = setups.record(viewer, insurer, said);
        refused.ifPresent(reason -> next.addFlashAttribute(REFUSED, ScreenText.text("setup.refused." + reason)));
        return SeeOther.at("/operator/insurers/" + number);
    }

    private static InsurerNumber checked(String number) {
        if (!InsurerNumber.hasForm(number)) {
            throw absent();
        }
        return new InsurerNumber(number);
    }

    private static ResponseStatusException absent() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
