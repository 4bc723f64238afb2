package kaigo.opinion.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import kaigo.opinion.LetterAnswer;
import kaigo.opinion.LetterFile;
import kaigo.opinion.LetterFile.Unreadable;
import kaigo.opinion.LetterFile.Written;
import kaigo.opinion.Letters;
import kaigo.opinion.Letters.Begun;
import kaigo.opinion.web.ImportPage.Outcome;
import kaigo.screens.FormFile;
import kaigo.screens.ScreenText;
import kaigo.shared.Days;
import kaigo.shared.InstitutionViewer;
import kaigo.shared.MyNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** ファイルから取り込む: drafts of letters that an institution's own software has written. Sent again, the same letters are filled anew. */
@Controller
class ImportPages {

    private final Letters letters;
    private final InstantSource clock;

    ImportPages(Letters letters, InstantSource clock) {
        this.letters = letters;
        this.clock = clock;
    }

    @GetMapping(ImportPage.PATH)
    ModelAndView ask() {
        return new ModelAndView("opinion/import", "it", new ImportPage(List.of(), null));
    }

    @PostMapping(path = ImportPage.PATH, consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ModelAndView take(InstitutionViewer viewer, HttpServletRequest request) {
        List<byte[]> files = new ArrayList<>();
        try {
            FormFile.readAll(request, (name, bytes) -> files.add(content(bytes)));
            if (files.isEmpty()) {
                return refused("NONE", "");
            }
            List<Outcome> outcomes = LetterFile.read(files.getFirst()).stream()
                    .map(letter -> take(viewer, letter))
                    .toList();
            return new ModelAndView("opinion/import", "it", new ImportPage(outcomes, null));
        } catch (Unreadable why) {
            return refused(String.valueOf(why.getMessage()), why.detail());
        } catch (UncheckedIOException e) {
            return refused("CUT", "");
        }
    }

    /** One byte more than is taken says that it is too long. */
    private static byte[] content(InputStream bytes) throws IOException {
        return bytes.readNBytes(LetterFile.LONGEST + 1);
    }

    private static ModelAndView refused(String why, String detail) {
        ModelAndView page = new ModelAndView(
                "opinion/import", "it", new ImportPage(List.of(), ScreenText.text("letter.file." + why, detail)));
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private Outcome take(InstitutionViewer viewer, Written written) {
        BeginForm form =
                BeginForm.typed(written.insurer(), written.insured(), written.requestedOn(), Days.of(clock.instant()));
        if (form.isWrong()) {
            return outcome(written, null, String.join("", form.errors().values()));
        }
        Begun begun = letters.begin(viewer, form.person(), form.requested(), written.items());
        UUID id = begun.letter() == null ? null : begun.letter().id();
        if (begun.answer() != LetterAnswer.DONE) {
            return outcome(written, id, why(begun.answer()));
        }
        boolean secret = written.items().values().stream().anyMatch(MyNumber::mayStandIn);
        String text = ScreenText.text(secret ? "letter.file.SECRET" : "letter.file.TAKEN");
        return new Outcome(written.row(), written.insured(), id, text, true);
    }

    private static Outcome outcome(Written written, @Nullable UUID id, String text) {
        return new Outcome(written.row(), written.insured(), id, text, false);
    }

    private static String why(LetterAnswer answer) {
        return answer.sentence() + answer.nextStep();
    }
}
