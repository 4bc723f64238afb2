package kaigo.opinion.web;

import java.util.List;
import kaigo.opinion.Requests.Arrival;
import kaigo.opinion.Requests.Expected;
import kaigo.opinion.Requests.Question;
import org.jspecify.annotations.Nullable;

/**
 * 意見書の依頼: what a municipality waits for.
 *
 * @param today as it is typed
 */
public record RequestPage(
        List<Expected> found,
        Question question,
        RequestForm form,
        String today,
        @Nullable String message) {

    static final String PATH = "/opinion-requests";

    public boolean isWrong() {
        return form.isWrong();
    }

    public boolean isCut() {
        return found.size() == question.limit();
    }

    /** Class of the style sheet. */
    public static String mark(Arrival arrival) {
        return switch (arrival) {
            case NOT_YET -> "state state-wait";
            case ELECTRONIC, ON_PAPER -> "state state-done";
        };
    }
}
