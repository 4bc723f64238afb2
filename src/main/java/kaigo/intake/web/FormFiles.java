package kaigo.intake.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Consumer;
import kaigo.screens.ScreenText;
import kaigo.screens.SeeOther;
import org.apache.tomcat.util.http.fileupload.FileItemIterator;
import org.apache.tomcat.util.http.fileupload.FileItemStream;
import org.apache.tomcat.util.http.fileupload.FileUpload;
import org.apache.tomcat.util.http.fileupload.FileUploadException;
import org.apache.tomcat.util.http.fileupload.InvalidFileNameException;
import org.apache.tomcat.util.http.fileupload.servlet.ServletRequestContext;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** スクリプトなしの送信: one form with all its files, read as they come; nothing reaches a temporary folder (settled 11). */
final class FormFiles {

    private static final String SENT = "sent";

    private FormFiles() {}

    /** What became of a form's files; kept for the one page that follows. */
    record Sent(List<Outcome> outcomes, @Nullable String problem) {
        static final Sent NOTHING = new Sent(List.of(), null);

        static Sent of(Model model) {
            return model.getAttribute(SENT) instanceof Sent last ? last : NOTHING;
        }
    }

    interface Visitor {
        void file(String name, InputStream bytes) throws IOException;
    }

    /** @throws UncheckedIOException if the sender's connection breaks */
    static void read(HttpServletRequest request, Visitor visitor) {
        FileUpload upload = new FileUpload();
        upload.setFileCountMax(Long.MAX_VALUE);
        try {
            FileItemIterator parts = upload.getItemIterator(new ServletRequestContext(request));
            while (parts.hasNext()) {
                visit(parts.next(), visitor);
            }
        } catch (FileUploadException e) {
            throw new UncheckedIOException(new IOException(e));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file field that was left empty comes as a part without a name. */
    private static void visit(FileItemStream part, Visitor visitor) throws IOException {
        String name = nameOf(part);
        if (part.isFormField() || name == null || name.isEmpty()) {
            return;
        }
        try (InputStream bytes = part.openStream()) {
            visitor.file(name, bytes);
        }
    }

    /** One with a NUL is refused like any other that no file of ours has. */
    private static @Nullable String nameOf(FileItemStream part) {
        try {
            return part.getName();
        } catch (InvalidFileNameException withNul) {
            return withNul.getName().replace('\0', '\uFFFD');
        }
    }

    /** Shows at {@code path} what {@code sending} added to its outcomes. */
    static ModelAndView answer(
            String path, List<Outcome> outcomes, RedirectAttributes next, Consumer<List<Outcome>> sending) {
        String problem;
        try {
            sending.accept(outcomes);
            problem = outcomes.isEmpty() ? ScreenText.text("upload.none") : null;
        } catch (UncheckedIOException e) {
            problem = ScreenText.text("upload.broken.form");
        }
        next.addFlashAttribute(SENT, new Sent(outcomes, problem));
        return SeeOther.at(path);
    }
}
