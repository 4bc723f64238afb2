package kaigo.intake.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import kaigo.intake.Reception;
import kaigo.intake.web.FormFiles.Sent;
import kaigo.intake.web.UploadPage.SentBefore;
import kaigo.screens.FormFile;
import kaigo.shared.InsurerViewer;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** ファイルを送る: with script one file per request, its bytes as the body; without script one form with all files. */
@Controller
class UploadPages {

    private static final String PATH = "/upload";

    private final Reception reception;

    UploadPages(Reception reception) {
        this.reception = reception;
    }

    @GetMapping(PATH)
    ModelAndView form(InsurerViewer viewer, Model model) {
        String example =
                "M01_%s_D_20261120053000_001.csv".formatted(viewer.insurer().value());
        return new ModelAndView("intake/upload", "it", UploadPage.of(PATH, Sent.of(model), example, SentBefore.NONE));
    }

    /** @param name of the file, percent-encoded */
    @PutMapping(PATH)
    ModelAndView one(InsurerViewer viewer, @RequestHeader("X-File-Name") String name, InputStream body) {
        String fileName = Sending.decoded(name);
        List<Outcome> outcomes = new ArrayList<>();
        reception.receiveAll(viewer, delivery -> {
            Sending.send(delivery, fileName, body, outcomes::add);
            Sending.finish(delivery, outcomes::add);
        });
        return new ModelAndView("intake/outcomes", "it", outcomes);
    }

    @PostMapping(path = PATH, consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ModelAndView all(InsurerViewer viewer, HttpServletRequest request, RedirectAttributes next) {
        return FormFiles.answer(
                PATH,
                new ArrayList<>(),
                next,
                outcomes -> reception.receiveAll(viewer, delivery -> {
                    FormFile.readAll(request, (name, bytes) -> Sending.send(delivery, name, bytes, outcomes::add));
                    Sending.finish(delivery, outcomes::add);
                }));
    }
}
