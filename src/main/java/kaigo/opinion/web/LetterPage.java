package kaigo.opinion.web;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import kaigo.layout.CodeList;
import kaigo.layout.LayoutItem;
import kaigo.opinion.Letter;
import kaigo.opinion.Letter.Answered;
import kaigo.opinion.rules.LetterAct;
import kaigo.opinion.rules.LetterCheck;
import kaigo.opinion.rules.LetterState;
import kaigo.opinion.rules.LetterStep;
import kaigo.outbox.rules.ReturnReason;
import kaigo.screens.ScreenText;
import kaigo.shared.JapaneseDates;
import org.jspecify.annotations.Nullable;

/**
 * 意見書: how far it is, and what can be done with it.
 *
 * @param others of the institution about the same person
 * @param problem why something was not done, or null
 */
public record LetterPage(
        Letter letter,
        List<Letter> others,
        LocalDate today,
        @Nullable String problem,
        @Nullable String message) {

    private static final String NONE = "0";

    public List<LetterStep> steps() {
        return List.of(LetterStep.values());
    }

    /** How many items of a step are missing or cannot be right. */
    public int open(LetterStep step) {
        return LetterCheck.check(step.items(), letter.items(), today).size();
    }

    public boolean isComplete() {
        return steps().stream().allMatch(step -> open(step) == 0);
    }

    /** 記入した項目, as people read them. */
    public record Line(String name, String value) {

        @Override
        public String toString() {
            return "Line[" + name + "]";
        }
    }

    /** Of a step, those that were filled in, in the order of the form. */
    public List<Line> lines(LetterStep step) {
        return step.items().stream()
                .filter(item -> !letter.items().getOrDefault(item.code(), NONE).equals(NONE))
                .map(item -> new Line(item.name(), value(item, letter.items().getOrDefault(item.code(), ""))))
                .toList();
    }

    static String value(LayoutItem item, String typed) {
        CodeList codes = item.codes();
        if (codes != null) {
            return codes.labels().getOrDefault(typed, typed);
        }
        return switch (item.type()) {
            case F -> ScreenText.text("letter.ticked");
            case D -> JapaneseDates.parse(typed).map(JapaneseDates::both).orElse(typed);
            default -> typed;
        };
    }

    public boolean can(LetterAct act) {
        return letter.can(act);
    }

    /** Of versions before the newest one, their numbers. */
    public List<Integer> before() {
        return IntStream.range(1, letter.version()).boxed().toList();
    }

    /** Whether something can be claimed for it: it was sent. */
    public boolean isClaimable() {
        return letter.sentAt() != null || letter.version() > 1;
    }

    /** A 差戻し that nobody has settled yet. */
    public boolean canSettle() {
        return can(LetterAct.SETTLE) && !letter.settled();
    }

    /** Nothing of it was sent. */
    public boolean canDrop() {
        return can(LetterAct.DROP) && letter.version() == 1;
    }

    public String address() {
        return OpinionPages.PATH + "/" + letter.id();
    }

    public static String state(Letter letter) {
        return ScreenText.text("letter.state." + letter.state());
    }

    /** Class of the style sheet. */
    public static String mark(LetterState state) {
        return switch (state) {
            case DRAFT, SENT -> "state state-wait";
            case CONFIRMED, RECEIVED -> "state state-run";
            case ACCEPTED -> "state state-done";
            case RETURNED -> "state state-warn";
        };
    }

    /** Whom it is about cannot be changed in a new version. */
    public boolean isOfNumbers() {
        var answered = letter.answered();
        return answered != null
                && (answered.reason() == ReturnReason.UNKNOWN_PERSON || answered.reason() == ReturnReason.NOT_ASKED);
    }

    /** Reason and words of a 差戻し, of this version or the one before. */
    public String why() {
        return why(letter.answered());
    }

    static String why(@Nullable Answered answered) {
        if (answered == null || answered.reason() == null) {
            return "";
        }
        String reason = ScreenText.text("outbox.reason." + answered.reason());
        return answered.remark().isEmpty() ? reason : ScreenText.text("filing.why", reason, answered.remark());
    }

    @Override
    public String toString() {
        return "LetterPage[" + letter.id() + "]";
    }
}
