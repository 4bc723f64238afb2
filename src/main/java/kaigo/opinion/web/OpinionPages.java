package kaigo.opinion.web;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import kaigo.layout.LayoutItem;
import kaigo.opinion.Letter;
import kaigo.opinion.LetterAnswer;
import kaigo.opinion.LetterDesk;
import kaigo.opinion.LetterDesk.Overview;
import kaigo.opinion.Letters;
import kaigo.opinion.Letters.Begun;
import kaigo.opinion.Letters.Saved;
import kaigo.opinion.rules.LetterAct;
import kaigo.opinion.rules.LetterCheck;
import kaigo.opinion.rules.LetterCheck.Wrong;
import kaigo.opinion.rules.LetterStep;
import kaigo.outbox.Receptions;
import kaigo.screens.ScreenText;
import kaigo.screens.SeeOther;
import kaigo.shared.Days;
import kaigo.shared.InstitutionViewer;
import kaigo.shared.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
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

/** 主治医意見書の作成と電送: begin, six steps, confirm, send. */
@Controller
class OpinionPages {

    static final String PATH = "/office/opinions";
    private static final String ONE = PATH + "/{id}";
    private static final String STEP = ONE + "/{step}";
    private static final String DONE = "done";
    private static final String PROBLEM = "problem";
    private static final String TYPED = "typed";

    private final Letters letters;
    private final LetterDesk desk;
    private final InstantSource clock;

    OpinionPages(Letters letters, LetterDesk desk, InstantSource clock) {
        this.letters = letters;
        this.desk = desk;
        this.clock = clock;
    }

    @GetMapping(PATH)
    ModelAndView list(InstitutionViewer viewer, Model model) {
        return new ModelAndView(
                "opinion/list", "it", new LetterList(desk.list(viewer).orElse(null), said(model, DONE)));
    }

    @GetMapping(PATH + "/new")
    ModelAndView ask() {
        return new ModelAndView("opinion/new", "it", new BeginPage(BeginForm.EMPTY, null));
    }

    @PostMapping(PATH + "/new")
    ModelAndView begin(
            InstitutionViewer viewer,
            @RequestParam(defaultValue = "") String letterInsurer,
            @RequestParam(defaultValue = "") String letterInsured,
            @RequestParam(defaultValue = "") String letterRequestedOn) {
        BeginForm form = BeginForm.typed(letterInsurer, letterInsured, letterRequestedOn, today());
        if (form.isWrong()) {
            return again(form, null);
        }
        Begun begun = letters.begin(viewer, form.person(), form.requested(), Map.of());
        if (begun.letter() == null) {
            LetterAnswer answer = begun.answer();
            return again(form, answer.sentence() + Receptions.takesFrom(begun.takesFrom()) + answer.nextStep());
        }
        return SeeOther.at(PATH + "/" + begun.letter().id());
    }

    private static ModelAndView again(BeginForm form, @Nullable String problem) {
        ModelAndView page = new ModelAndView("opinion/new", "it", new BeginPage(form, problem));
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    @GetMapping(ONE)
    ModelAndView one(InstitutionViewer viewer, @PathVariable UUID id, Model model) {
        Overview found = desk.show(viewer, id).orElseThrow(OpinionPages::absent);
        LetterPage page =
                new LetterPage(found.letter(), found.others(), today(), said(model, PROBLEM), said(model, DONE));
        ModelAndView view = new ModelAndView("opinion/one", "it", page);
        view.setStatus(page.problem() == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }

    /** @param check what is wrong in the step is marked */
    @GetMapping(STEP)
    ModelAndView step(
            InstitutionViewer viewer,
            @PathVariable UUID id,
            @PathVariable int step,
            @RequestParam(defaultValue = "false") boolean check,
            Model model) {
        Letter letter = open(viewer, id);
        LetterStep wanted = LetterStep.ofNumber(step).orElseThrow(OpinionPages::absent);
        if (!letter.state().can(LetterAct.SAVE)) {
            return SeeOther.at(PATH + "/" + id);
        }
        Map<String, String> typed = new TreeMap<>(letter.items());
        if (model.getAttribute(TYPED) instanceof Map<?, ?> unsaved) {
            unsaved.forEach((code, value) -> typed.put(String.valueOf(code), String.valueOf(value)));
        }
        Map<String, Wrong> wrong = check ? LetterCheck.check(wanted.items(), typed, today()) : Map.of();
        List<Question> questions = Question.of(wanted.items(), typed, Map.of(), wrong);
        StepPage page = new StepPage(letter, wanted, questions, null, said(model, DONE));
        ModelAndView view = new ModelAndView("opinion/step", "it", page);
        view.setStatus(page.isWrong() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
        return view;
    }

    /** Saved whatever it is; what is wrong in it is said by the next page. */
    @PostMapping(STEP)
    ModelAndView save(
            InstitutionViewer viewer,
            @PathVariable UUID id,
            @PathVariable int step,
            @RequestParam MultiValueMap<String, String> sent,
            RedirectAttributes next) {
        LetterStep wanted = LetterStep.ofNumber(step).orElseThrow(OpinionPages::absent);
        Map<String, String> typed = typed(wanted, sent);
        Saved saved = sent.containsKey("anew")
                ? letters.saveAnew(viewer, id, typed, seen(sent))
                : letters.save(viewer, id, typed, seen(sent));
        LetterAnswer answer = saved.answer();
        if (answer == LetterAnswer.ABSENT) {
            throw absent();
        }
        Letter before = saved.letter();
        // The same form sent twice, or after an autosave whose answer was lost.
        boolean isSaved = answer == LetterAnswer.DONE
                || answer == LetterAnswer.CHANGED
                        && before != null
                        && others(before, wanted, typed).isEmpty();
        if (!isSaved && before != null) {
            return unsaved(before, wanted, typed, answer);
        }
        if (!isSaved) {
            next.addFlashAttribute(PROBLEM, answer.sentence() + answer.nextStep());
            return SeeOther.at(PATH + "/" + id);
        }
        Map<String, Wrong> found = LetterCheck.check(wanted.items(), typed, today());
        boolean wrong = !found.isEmpty();
        if (found.containsValue(Wrong.SECRET)) { // not saved, and shown once, to be mended
            next.addFlashAttribute(TYPED, new TreeMap<>(typed));
        }
        if (wrong || !sent.containsKey("next")) {
            next.addFlashAttribute(DONE, ScreenText.text("letter.saved"));
            return SeeOther.at(PATH + "/" + id + "/" + step + (wrong ? "?check=true" : ""));
        }
        return SeeOther.at(PATH + "/" + id + (wanted == LetterStep.REMARKS ? "" : "/" + (step + 1)));
    }

    /** What is saved of items in which something else was typed. */
    private static Map<String, String> others(Letter letter, LetterStep step, Map<String, String> typed) {
        Map<String, String> others = new TreeMap<>();
        for (LayoutItem item : step.items()) {
            String nothing = LetterCheck.unsaid(item);
            String saved = letter.items().getOrDefault(item.code(), nothing);
            String now = typed.getOrDefault(item.code(), "");
            if (!saved.equals(now.isEmpty() ? nothing : now)) {
                others.put(item.code(), saved);
            }
        }
        return others;
    }

    /** What was typed is not lost: it stands in the form again, beside what was saved since. */
    private static ModelAndView unsaved(
            Letter letter, LetterStep step, Map<String, String> typed, LetterAnswer answer) {
        Map<String, String> others = others(letter, step, typed);
        List<Question> questions = Question.of(step.items(), typed, others, Map.of());
        StepPage page = new StepPage(letter, step, questions, StepPage.late(letter, answer), null);
        ModelAndView view = new ModelAndView("opinion/step", "it", page);
        view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }

    /** By the script, while somebody types. */
    @PostMapping(value = STEP, headers = "X-Autosave")
    ResponseEntity<Void> autosave(
            InstitutionViewer viewer,
            @PathVariable UUID id,
            @PathVariable int step,
            @RequestParam MultiValueMap<String, String> sent) {
        LetterStep wanted = LetterStep.ofNumber(step).orElseThrow(OpinionPages::absent);
        int seen = seen(sent);
        boolean done = letters.save(viewer, id, typed(wanted, sent), seen).answer() == LetterAnswer.DONE;
        return done
                ? ResponseEntity.noContent()
                        .header("X-Saved", String.valueOf(seen + 1))
                        .build()
                : ResponseEntity.status(HttpStatus.CONFLICT).build();
    }

    /** 参照して入力, from an opinion of the institution's own. */
    @PostMapping(ONE + "/fill")
    ModelAndView fill(
            InstitutionViewer viewer,
            @PathVariable UUID id,
            @RequestParam UUID from,
            @RequestParam(defaultValue = "-1") int seen,
            RedirectAttributes next) {
        LetterAnswer answer = letters.fill(viewer, id, from, seen);
        if (answer == LetterAnswer.ABSENT) {
            throw absent();
        }
        boolean done = answer == LetterAnswer.DONE;
        next.addFlashAttribute(
                done ? DONE : PROBLEM,
                switch (answer) {
                    case DONE -> ScreenText.text("letter.filled");
                    case CHANGED -> ScreenText.text("letter.fill.changed");
                    default -> answer.sentence() + answer.nextStep();
                });
        return SeeOther.at(PATH + "/" + id);
    }

    @PostMapping(ONE + "/act")
    ModelAndView act(
            InstitutionViewer viewer,
            @PathVariable UUID id,
            @RequestParam LetterAct act,
            @RequestParam(defaultValue = "0") int seen,
            RedirectAttributes next) {
        LetterAnswer answer = act == LetterAct.SAVE
                ? LetterAnswer.NOT_NOW
                : letters.act(viewer, id, act, seen).answer();
        if (answer == LetterAnswer.ABSENT) {
            throw absent();
        }
        if (answer == LetterAnswer.DONE || answer == LetterAnswer.ALREADY) {
            next.addFlashAttribute(DONE, ScreenText.text("letter.done." + act));
        } else {
            next.addFlashAttribute(PROBLEM, answer.sentence() + answer.nextStep());
        }
        boolean isGone = act == LetterAct.DROP && answer == LetterAnswer.DONE;
        return SeeOther.at(isGone ? PATH : PATH + "/" + id);
    }

    private static Map<String, String> typed(LetterStep step, MultiValueMap<String, String> sent) {
        Map<String, String> typed = new TreeMap<>();
        for (LayoutItem item : step.items()) {
            String value = sent.getFirst(item.code());
            typed.put(item.code(), value == null ? "" : Text.trimBlank(value));
        }
        return typed;
    }

    private static int seen(MultiValueMap<String, String> sent) {
        String seen = sent.getFirst("seen");
        return seen != null && seen.matches("[0-9]{1,9}") ? Integer.parseInt(seen) : -1;
    }

    private Letter open(InstitutionViewer viewer, UUID id) {
        return desk.open(viewer, id).orElseThrow(OpinionPages::absent);
    }

    private static @Nullable String said(Model model, String name) {
        return model.getAttribute(name) instanceof String text ? text : null;
    }

    private LocalDate today() {
        return Days.of(clock.instant());
    }

    private static ResponseStatusException absent() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
