package kaigo.viewing.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import kaigo.access.FileOutcome;
import kaigo.access.FileOutcome.Read;
import kaigo.access.rules.Decision;
import kaigo.access.rules.Kind;
import kaigo.layout.LayoutItem;
import kaigo.layout.ShownRecord;
import kaigo.layout.items.M08;
import kaigo.layout.items.M08Opinion;
import kaigo.opinion.LetterAnswer;
import kaigo.opinion.LetterDesk;
import kaigo.opinion.LetterDesk.Own;
import kaigo.opinion.Letters;
import kaigo.opinion.rules.LetterCheck;
import kaigo.opinion.rules.LetterStep;
import kaigo.screens.ScreenText;
import kaigo.screens.SeeOther;
import kaigo.shared.InstitutionViewer;
import kaigo.viewing.Part;
import kaigo.viewing.PersonFiles;
import kaigo.viewing.web.EarlierPage.Earlier;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 参照して入力, from an opinion that another institution wrote: it is a look at it, and passes the gate (rulings 37). */
@Controller
class EarlierOpinionPages {

    private static final String LETTERS = "/office/opinions/";
    private static final String PATH = LETTERS + "{id}/earlier";
    private static final String PROBLEM = "problem";
    private static final String DONE = "done";

    private final Letters letters;
    private final LetterDesk desk;
    private final PersonFiles files;

    EarlierOpinionPages(Letters letters, LetterDesk desk, PersonFiles files) {
        this.letters = letters;
        this.desk = desk;
        this.files = files;
    }

    @GetMapping(PATH)
    ModelAndView list(InstitutionViewer viewer, @PathVariable UUID id, Model model) {
        Own letter = find(viewer, id);
        List<Read<String>> opened = open(viewer, letter);
        Map<Kind, Decision> decisions = opened.getFirst().opened().decisions();
        boolean shown =
                Objects.requireNonNull(decisions.get(Kind.DOCTOR_OPINION)).isAllowed();
        String problem = model.getAttribute(PROBLEM) instanceof String text ? text : null;
        EarlierPage page = new EarlierPage(
                LETTERS + id,
                letter.saved(),
                shown ? opened.stream().flatMap(EarlierOpinionPages::list).toList() : null,
                Refusal.list(Part.OPINIONS.kinds(), decisions),
                problem);
        ModelAndView view = new ModelAndView("viewing/earlier", "it", page);
        view.setStatus(problem == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }

    /** A letter that is not there is on record as a look that found nothing. */
    private Own find(InstitutionViewer viewer, UUID id) {
        return desk.findOwn(viewer, id).orElseGet(() -> {
            desk.open(viewer, id);
            throw absent();
        });
    }

    /** The one that the letter is about first; one that cannot be read just now is left out. */
    private List<Read<String>> open(InstitutionViewer viewer, Own letter) {
        List<Read<String>> read = new ArrayList<>();
        for (FileOutcome<String> file : files.open(viewer, letter.person(), Part.OPINIONS)) {
            if (file instanceof Read<String> one) {
                read.add(one);
            }
        }
        if (read.isEmpty()) {
            throw new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE);
        }
        return read;
    }

    private static Stream<Earlier> list(Read<String> file) {
        return applications(file).filter(one -> !one.rows("opinion").isEmpty()).map(one -> {
            ShownRecord sheet = one.rows("opinion").getFirst();
            return new Earlier(
                    file.person().insurer().value(),
                    one.text(M08.HISTORY_NO).orElse(""),
                    Entry.text(one, M08.APPLIED_ON),
                    Entry.text(sheet, M08Opinion.ENTERED_ON),
                    sheet.text(M08Opinion.DOCTOR_NAME).orElse(""));
        });
    }

    private static Stream<ShownRecord> applications(Read<String> file) {
        return ShownRecord.list("M08", file.opened().value()).stream();
    }

    /**
     * @param insurer whose record it is
     * @param application 要介護認定履歴番号
     */
    record Chosen(String insurer, String application, int seen) {}

    @PostMapping(PATH)
    ModelAndView fill(InstitutionViewer viewer, @PathVariable UUID id, Chosen chosen, RedirectAttributes next) {
        Map<String, String> earlier = open(viewer, find(viewer, id)).stream()
                .filter(file -> file.person().insurer().value().equals(chosen.insurer()))
                .flatMap(EarlierOpinionPages::applications)
                .filter(one -> one.text(M08.HISTORY_NO)
                        .filter(chosen.application()::equals)
                        .isPresent())
                .flatMap(one -> one.rows("opinion").stream())
                .findFirst()
                .map(EarlierOpinionPages::typed)
                .orElseThrow(EarlierOpinionPages::absent);
        LetterAnswer answer = letters.fill(viewer, id, earlier, chosen.seen());
        if (answer != LetterAnswer.DONE) {
            String why = answer == LetterAnswer.CHANGED
                    ? ScreenText.text("letter.fill.changed")
                    : answer.sentence() + answer.nextStep();
            next.addFlashAttribute(PROBLEM, why);
            return SeeOther.at(LETTERS + id + "/earlier");
        }
        next.addFlashAttribute(DONE, ScreenText.text("letter.filled"));
        return SeeOther.at(LETTERS + id);
    }

    /** As somebody would have typed it. */
    private static Map<String, String> typed(ShownRecord sheet) {
        Map<String, LayoutItem> stored = new LinkedHashMap<>();
        sheet.items().forEach(item -> stored.put(item.code(), item));
        Map<String, String> typed = new LinkedHashMap<>();
        for (LayoutItem item : LetterStep.allItems()) {
            LayoutItem same = stored.get(item.code());
            if (same != null) {
                sheet.value(same)
                        .map(value -> item.codes() == null
                                ? value.value()
                                : sheet.code(same).orElse(""))
                        .ifPresent(value -> typed.put(item.code(), LetterCheck.typed(item, value)));
            }
        }
        return typed;
    }

    private static ResponseStatusException absent() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
