package kaigo.opinion.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import kaigo.opinion.Letter;
import kaigo.opinion.LetterAnswer;
import kaigo.opinion.rules.LetterAct;
import kaigo.opinion.rules.LetterStep;
import kaigo.opinion.web.Question.Box;
import kaigo.screens.ScreenText;
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

    /** Why what was typed was not saved: another was first. */
    static String late(Letter letter, LetterAnswer answer) {
        return answer == LetterAnswer.NOT_NOW
                ? ScreenText.text("letter.late." + letter.state())
                : answer.sentence() + answer.nextStep();
    }

    public List<Box> wrong() {
        return questions.stream()
                .flatMap(question -> question.boxes().stream())
                .filter(box -> box.error() != null)
                .toList();
    }

    /** Of what stands beside what another has saved, the names by the id of the field. */
    public Map<String, String> others() {
        Map<String, String> names = new LinkedHashMap<>();
        for (Question question : questions) {
            question.boxes().stream()
                    .filter(box -> box.saved() != null)
                    .forEach(box -> names.put(box.code(), question.name(box)));
        }
        return names;
    }

    public boolean isWrong() {
        return problem != null || !wrong().isEmpty();
    }

    /** What has to come first, since nobody may type in it any more; null if somebody may, or if nothing can. */
    public @Nullable LetterAct first() {
        return Stream.of(LetterAct.REOPEN, LetterAct.AGAIN)
                .filter(letter.state()::can)
                .findFirst()
                .orElse(null);
    }

    public boolean isOpen() {
        return letter.state().can(LetterAct.SAVE);
    }

    /** Whether it is saved while somebody types; what stands beside another's is only saved by a button. */
    public boolean isSavedByItself() {
        return isOpen() && problem == null;
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
