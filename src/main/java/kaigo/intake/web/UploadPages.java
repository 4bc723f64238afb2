package kaigo.intake.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import kaigo.intake.Reception;
import kaigo.intake.Reception.Delivery;
import kaigo.screens.ScreenText;
import kaigo.shared.InsurerViewer;
import org.apache.tomcat.util.http.fileupload.FileItemIterator;
import org.apache.tomcat.util.http.fileupload.FileItemStream;
import org.apache.tomcat.util.http.fileupload.FileUpload;
import org.apache.tomcat.util.http.fileupload.FileUploadException;
import org.apache.tomcat.util.http.fileupload.servlet.ServletRequestContext;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.view.RedirectView;

/**
 * ファイルを送る: with script one file per request, its bytes as the body; without script one form with all files. Both are
 * read as they come, and nothing of them reaches a temporary folder (settled 11).
 */
@Controller
class UploadPages {

    private static final String SENT = "sent";

    private final Reception reception;

    UploadPages(Reception reception) {
        this.reception = reception;
    }

    /** What became of a form's files; kept for the one page that follows. */
    record Sent(List<Outcome> outcomes, @Nullable String problem) {
        static final Sent NOTHING = new Sent(List.of(), null);
    }

    @GetMapping("/upload")
    ModelAndView form(InsurerViewer viewer, Model model) {
        Sent sent = model.getAttribute(SENT) instanceof Sent last ? last : Sent.NOTHING;
        String example =
                "M01_%s_D_20261120053000_001.csv".formatted(viewer.insurer().value());
        return new ModelAndView(
                "intake/upload", "it", new UploadPage(sent.outcomes(), sent.problem(), Sending.MEGABYTES, example));
    }

    /** @param name of the file, percent-encoded */
    @PutMapping("/upload")
    ModelAndView one(InsurerViewer viewer, @RequestHeader("X-File-Name") String name, InputStream body) {
        String fileName = URLDecoder.decode(name, StandardCharsets.UTF_8);
        List<Outcome> outcomes = new ArrayList<>();
        reception.receiveAll(viewer, delivery -> {
            Sending.send(delivery, fileName, body, outcomes::add);
            Sending.finish(delivery, outcomes::add);
        });
        return new ModelAndView("intake/outcomes", "it", outcomes);
    }

    @PostMapping(path = "/upload", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ModelAndView all(InsurerViewer viewer, HttpServletRequest request, RedirectAttributes next) {
        List<Outcome> outcomes = new ArrayList<>();
        String problem = null;
        try {
            reception.receiveAll(viewer, delivery -> receiveAll(delivery, request, outcomes));
            problem = outcomes.isEmpty() ? ScreenText.text("upload.none") : null;
        } catch (UncheckedIOException e) {
            problem = ScreenText.text("upload.broken.form");
        }
        next.addFlashAttribute(SENT, new Sent(outcomes, problem));
        RedirectView page = new RedirectView("/upload");
        page.setStatusCode(HttpStatus.SEE_OTHER);
        return new ModelAndView(page);
    }

    private static void receiveAll(Delivery delivery, HttpServletRequest request, List<Outcome> outcomes)
            throws IOException {
        FileUpload upload = new FileUpload();
        upload.setFileCountMax(Long.MAX_VALUE);
        try {
            FileItemIterator parts = upload.getItemIterator(new ServletRequestContext(request));
            while (parts.hasNext()) {
                receive(delivery, parts.next(), outcomes);
            }
            Sending.finish(delivery, outcomes::add);
        } catch (FileUploadException e) {
            throw new IOException(e);
        }
    }

    /** A file field that was left empty comes as a part without a name. */
    private static void receive(Delivery delivery, FileItemStream part, List<Outcome> outcomes) throws IOException {
        String name = part.getName();
        if (part.isFormField() || name == null || name.isEmpty()) {
            return;
        }
        try (InputStream bytes = part.openStream()) {
            Sending.send(delivery, name, bytes, outcomes::add);
        }
    }
}
