package kaigo.insured;

import java.util.ArrayList;
import java.util.List;
import kaigo.insured.rules.LinkCaseGuide;
import kaigo.insured.rules.LinkCaseGuide.Answered;
import kaigo.insured.rules.LinkCaseGuide.Situation;
import kaigo.insured.rules.LinkChoice;
import kaigo.insured.rules.LinkQuestion;
import kaigo.insured.rules.LinkStep;
import kaigo.layout.ErrorId;
import org.jspecify.annotations.Nullable;

/** The step that is open in a row of the list of cases. */
final class CaseSteps {

    private CaseSteps() {}

    /**
     * Null for a lasting state.
     *
     * @param answers to the present record, as STEP=CHOICE, parted by commas
     */
    static @Nullable LinkStep step(
            LinkState state, @Nullable String error, boolean exception, @Nullable String answers) {
        return !state.needsStaff() || error == null
                ? null
                : LinkCaseGuide.next(new Situation(ErrorId.valueOf(error), exception), answers(answers));
    }

    private static List<Answered> answers(@Nullable String joined) {
        List<Answered> answers = new ArrayList<>();
        for (String one : joined == null ? new String[0] : joined.split(",", -1)) {
            String[] parts = one.split("=", -1);
            LinkChoice choice = LinkChoice.valueOf(parts[1]);
            if (choice != LinkChoice.RECORDED) {
                answers.add(new Answered(LinkQuestion.valueOf(parts[0]), choice));
            }
        }
        return answers;
    }
}
