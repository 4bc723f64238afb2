package kaigo.opinion.web;

import java.util.List;
import java.util.Objects;
import kaigo.opinion.Letter;
import kaigo.opinion.rules.LetterStep;
import kaigo.opinion.web.Question.Box;
import org.jspecify.annotations.Nullable;

/**
 * 意見書の一つのステップ.
 *
 * @param problem why nothing was saved, or null
 */
public record StepPage(
        Letter letter,
        LetterStep step,
        List<Question> questions,
        @Nullable String problem,
        @Nullable String message) {

    public List<Box> wrong() {
        return questions.stream()
                .flatMap(question -> question.boxes().stream())
                .filter(box -> box.error() != null)
                .toList();
    }

    public boolean isWrong() {
        return problem != null || !wrong().isEmpty();
    }

    public List<LetterStep> steps() {
        return List.of(LetterStep.values());
    }

    public String address(LetterStep other) {
        return OpinionPages.PATH + "/" + letter.id() + "/" + other.number();
    }

    public String overview() {
        return OpinionPages.PATH + "/" + letter.id();
    }

    public String why(Box box) {
        return Objects.requireNonNull(box.error());
    }

    @Override
    public String toString() {
        return "StepPage[" + step + "]";
    }
}
