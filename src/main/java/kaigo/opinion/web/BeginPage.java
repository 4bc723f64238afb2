package kaigo.opinion.web;

import org.jspecify.annotations.Nullable;

/** @param problem why it was not begun, or null */
public record BeginPage(BeginForm form, @Nullable String problem) {

    public boolean isWrong() {
        return problem != null || form.isWrong();
    }
}
