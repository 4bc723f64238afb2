package kaigo.intake.web;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Consumer;
import kaigo.screens.ScreenText;
import kaigo.screens.SeeOther;
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
