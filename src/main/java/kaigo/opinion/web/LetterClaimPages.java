package kaigo.opinion.web;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kaigo.layout.LayoutItem;
import kaigo.opinion.Claims;
import kaigo.opinion.Claims.Opened;
import kaigo.opinion.Claims.Sent;
import kaigo.opinion.Claims.Typed;
import kaigo.opinion.LetterAnswer;
import kaigo.opinion.rules.ClaimAct;
import kaigo.opinion.rules.ClaimCheck;
import kaigo.opinion.rules.LetterCheck.Wrong;
import kaigo.screens.ScreenText;
import kaigo.screens.SeeOther;
import kaigo.shared.Days;
import kaigo.shared.InstitutionViewer;
import kaigo.shared.Text;
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

/** 請求書の作成と電送: fill in, look through, send; correct and cancel. */
@Controller
class LetterClaimPages {

    private static final String ONE = OpinionPages.PATH + "/{id}/claim";
    private static final String DONE = "done";
    private static final String PROBLEM = "problem";
    private static final String FORM = "form";

    private final Claims claims;
    private final InstantSource clock;

    LetterClaimPages(Claims claims, InstantSource clock) {
        this.claims = claims;
        this.clock = clock;
    }

    @GetMapping(ONE)
    ModelAndView show(InstitutionViewer viewer, @PathVariable UUID id, Model model) {
        Opened opened = open(viewer, id);
        Map<String, String> begun = opened.suggested();
        if (opened.claim() != null && opened.state().can(ClaimAct.CORRECT)) {
            begun = opened.claim().items();
        }
        Said said = new Said(said(model, PROBLEM), said(model, DONE), false);
        return page(opened, begun, Map.of(), UUID.randomUUID().toString(), said);
    }

    /** What the page says beside the form. */
    private record Said(@Nullable String problem, @Nullable String message, boolean confirming) {}

    private static ModelAndView page(
            Opened opened, Map<String, String> typed, Map<String, Wrong> wrong, String once, Said said) {
        List<Question> questions =
                opened.isOpen() ? Question.of(ClaimCheck.items(), typed, Map.of(), wrong) : List.of();
        ClaimPage page =
                new ClaimPage(opened, typed, questions, once, said.confirming(), said.problem(), said.message());
        ModelAndView view = new ModelAndView("opinion/claim", "it", page);
        view.setStatus(page.isWrong() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
        return view;
    }

    /** Looked through first; {@code send} sends it, {@code edit} shows the form again. */
    @PostMapping(ONE)
    ModelAndView send(
            InstitutionViewer viewer,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> sent,
            RedirectAttributes next) {
        Map<String, String> typed = typed(sent);
        String once = text(sent, FORM);
        if (sent.containsKey("send")) {
            return sent(id, claims.send(viewer, id, new Typed(typed, once, seen(sent))), typed, once, next);
        }
        Opened opened = open(viewer, id);
        if (!opened.isOpen()) { // since the form was shown
            LetterAnswer answer = opened.closed() == null ? LetterAnswer.NOT_NOW : LetterAnswer.CLAIM_NOT_TAKEN;
            return page(opened, typed, Map.of(), once, new Said(why(answer), null, false));
        }
        Map<String, Wrong> wrong = sent.containsKey("edit") ? Map.of() : check(opened, typed);
        boolean confirming = wrong.isEmpty() && !sent.containsKey("edit");
        return page(opened, typed, wrong, once, new Said(null, null, confirming));
    }

    private Map<String, Wrong> check(Opened opened, Map<String, String> typed) {
        return ClaimCheck.check(
                typed, opened.letter().requestedOn(), today(), opened.fees().bounds());
    }

    private ModelAndView sent(UUID id, Sent sent, Map<String, String> typed, String once, RedirectAttributes next) {
        LetterAnswer answer = sent.answer();
        if (answer == LetterAnswer.ABSENT) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        boolean done = answer == LetterAnswer.DONE || answer == LetterAnswer.ALREADY;
        if (!done && sent.opened() != null) {
            return page(sent.opened(), typed, check(sent.opened(), typed), once, new Said(why(answer), null, false));
        }
        next.addFlashAttribute(
                done ? DONE : PROBLEM,
                done
                        ? ScreenText.text("claim.done." + (answer == LetterAnswer.DONE ? sent.act() : answer))
                        : why(answer));
        return SeeOther.at(OpinionPages.PATH + "/" + id + "/claim");
    }

    @PostMapping(ONE + "/cancel")
    ModelAndView cancel(
            InstitutionViewer viewer,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> sent,
            RedirectAttributes next) {
        Typed form = new Typed(Map.of(), text(sent, FORM), seen(sent));
        LetterAnswer answer = claims.cancel(viewer, id, form).answer();
        if (answer == LetterAnswer.ABSENT) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        boolean done = answer == LetterAnswer.DONE || answer == LetterAnswer.ALREADY;
        next.addFlashAttribute(
                done ? DONE : PROBLEM, done ? ScreenText.text("claim.done." + ClaimAct.CANCEL) : why(answer));
        return SeeOther.at(OpinionPages.PATH + "/" + id + "/claim");
    }

    private static String why(LetterAnswer answer) {
        return answer.sentence() + answer.nextStep();
    }

    private static Map<String, String> typed(MultiValueMap<String, String> sent) {
        Map<String, String> typed = new LinkedHashMap<>();
        for (LayoutItem item : ClaimCheck.items()) {
            typed.put(item.code(), ClaimCheck.plain(item, Text.trimBlank(text(sent, item.code()))));
        }
        return typed;
    }

    private static String text(MultiValueMap<String, String> sent, String name) {
        String text = sent.getFirst(name);
        return text == null ? "" : text;
    }

    private static int seen(MultiValueMap<String, String> sent) {
        String seen = text(sent, "seen");
        return seen.matches("[0-9]{1,9}") ? Integer.parseInt(seen) : -1;
    }

    private Opened open(InstitutionViewer viewer, UUID id) {
        return claims.open(viewer, id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static @Nullable String said(Model model, String name) {
        return model.getAttribute(name) instanceof String text ? text : null;
    }

    private LocalDate today() {
        return Days.of(clock.instant());
    }
}
