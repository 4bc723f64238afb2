package kaigo.operations.web;

import java.util.List;
import java.util.Map;
import kaigo.access.Explained;
import kaigo.access.ExplainedFact;
import kaigo.access.ExplainedWords;
import kaigo.access.ExplainedWords.Answer;
import kaigo.access.rules.Decision;
import kaigo.access.rules.Explanation;
import kaigo.access.rules.Explanation.Seated;
import kaigo.access.rules.Explanation.Step;
import kaigo.access.rules.Question;
import kaigo.screens.ScreenText;
import org.jspecify.annotations.Nullable;

/** What the page 「判定の説明」 shows. @param told null before anything was asked, or while the form is wrong */
public record ExplainView(ExplainForm form, @Nullable Explained told) {

    /** 確かめたこと in a column, and on which facts. @param number from 1, in the order of the rule */
    public record Row(int number, String question, Answer answer, List<ExplainedFact> facts) {

        public String mark() {
            return switch (answer) {
                case PASSED -> "state-done";
                case REFUSED -> "state-fail";
                case NOT_ASKED -> "state-wait";
            };
        }
    }

    /** @param column of an office there may be several */
    public static List<Row> rows(Explained told, Seated column) {
        Map<Question, List<ExplainedFact>> facts = told.factsByQuestion();
        return List.of(Question.values()).stream()
                .map(question -> new Row(
                        question.ordinal() + 1,
                        question.text(),
                        ExplainedWords.answer(column, question),
                        facts.getOrDefault(question, List.of())))
                .toList();
    }

    /** At which question a column refuses: all before it are passed, none behind it is asked. */
    public static String brief(Seated column) {
        Step last = column.steps().getLast();
        return last.refuses()
                ? ScreenText.text(
                        "explain.brief.refused",
                        last.question().ordinal() + 1,
                        last.question().text(),
                        String.valueOf(column.refused()))
                : ScreenText.text("explain.brief.passed");
    }

    /** The person as it was asked for. */
    public static String person(Explained told) {
        return told.person().insurer().value() + "-" + told.person().insured().value();
    }

    /** Null if it is allowed. */
    public static @Nullable String nextStep(Explanation kind) {
        return kind.decision() instanceof Decision.Refused(var reason) ? reason.nextStep() : null;
    }
}
