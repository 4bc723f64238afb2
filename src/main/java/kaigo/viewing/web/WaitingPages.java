package kaigo.viewing.web;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import kaigo.participants.Insurer;
import kaigo.participants.Insurers;
import kaigo.participants.StartNote;
import kaigo.participants.StartNotes;
import kaigo.screens.ScreenText;
import kaigo.screens.SeeOther;
import kaigo.shared.Days;
import kaigo.shared.InstitutionViewer;
import kaigo.shared.InsurerNumber;
import kaigo.shared.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 市町村の開始待ち: the office's own notes of whose municipality it waits for (rulings 27). */
@Controller
class WaitingPages {

    private static final String PATH = UsersPage.PATH + "/waiting";

    private final StartNotes notes;
    private final Insurers insurers;
    private final InstantSource clock;

    WaitingPages(StartNotes notes, Insurers insurers, InstantSource clock) {
        this.notes = notes;
        this.insurers = insurers;
        this.clock = clock;
    }

    @GetMapping(PATH)
    ModelAndView list(InstitutionViewer viewer, Model model) {
        String message = model.getAttribute(UserPages.DONE) instanceof String said ? said : null;
        return view(viewer, "", "", Map.of(), message);
    }

    /** The same note twice is one. */
    @PostMapping(PATH)
    ModelAndView add(
            InstitutionViewer viewer,
            @RequestParam(defaultValue = "") String waitingInsurer,
            @RequestParam(defaultValue = "") String waitingReference,
            RedirectAttributes next) {
        String insurer = Text.narrow(Text.trimBlank(waitingInsurer));
        String reference = Text.trimBlank(waitingReference);
        Map<String, String> wrong = new TreeMap<>();
        if (!InsurerNumber.hasForm(insurer)) {
            wrong.put("waitingInsurer", ScreenText.text("waiting.wrong.insurer"));
        } else if (insurers.find(new InsurerNumber(insurer)).isEmpty()) {
            wrong.put("waitingInsurer", ScreenText.text("waiting.wrong.unknown"));
        }
        if (!StartNotes.isReference(reference)) {
            wrong.put("waitingReference", ScreenText.text("waiting.wrong.reference"));
        }
        if (!wrong.isEmpty()) {
            return view(viewer, waitingInsurer, waitingReference, wrong, null);
        }
        boolean known = notes.list(viewer.institution()).stream()
                .anyMatch(note -> note.insurer().value().equals(insurer)
                        && note.reference().equals(reference));
        if (!known) {
            notes.add(viewer, new InsurerNumber(insurer), reference);
        }
        next.addFlashAttribute(UserPages.DONE, ScreenText.text("waiting.added"));
        return back();
    }

    @PostMapping(PATH + "/{id}/remove")
    ModelAndView remove(InstitutionViewer viewer, @PathVariable UUID id, RedirectAttributes next) {
        notes.remove(viewer.institution(), id);
        next.addFlashAttribute(UserPages.DONE, ScreenText.text("waiting.removed"));
        return back();
    }

    private ModelAndView view(
            InstitutionViewer viewer,
            String insurer,
            String reference,
            Map<String, String> wrong,
            @Nullable String message) {
        LocalDate today = Days.of(clock.instant());
        List<WaitingPage.Note> rows = notes.list(viewer.institution()).stream()
                .map(note -> note(note, today))
                .toList();
        ModelAndView view =
                new ModelAndView("viewing/waiting", "it", new WaitingPage(rows, insurer, reference, wrong, message));
        view.setStatus(wrong.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }

    private WaitingPage.Note note(StartNote note, LocalDate today) {
        String name = insurers.find(note.insurer()).map(Insurer::name).orElse("");
        return new WaitingPage.Note(
                note.id().toString(),
                name + "（" + note.insurer().value() + "）",
                note.reference(),
                WaitingPage.starts(note.startsOn()),
                note.isAwake(today));
    }

    private static ModelAndView back() {
        return SeeOther.at(PATH);
    }
}
