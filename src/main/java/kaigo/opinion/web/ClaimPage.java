package kaigo.opinion.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import kaigo.layout.LayoutItem;
import kaigo.opinion.Claims.Opened;
import kaigo.opinion.Letter.Answered;
import kaigo.opinion.rules.ClaimAct;
import kaigo.opinion.rules.ClaimCheck;
import kaigo.opinion.rules.ClaimState;
import kaigo.opinion.rules.Fees;
import kaigo.opinion.web.LetterPage.Line;
import kaigo.opinion.web.Question.Box;
import kaigo.screens.ScreenText;
import org.jspecify.annotations.Nullable;

/**
 * 請求書: what was claimed for a letter, and the form.
 *
 * @param typed by code of P03
 * @param questions empty where the form is not shown
 * @param once names the page
 * @param confirming whether the form is to be looked through, before it is sent
 * @param problem why something was not done, or null
 */
public record ClaimPage(
        Opened opened,
        Map<String, String> typed,
        List<Question> questions,
        String once,
        boolean confirming,
        @Nullable String problem,
        @Nullable String message) {

    /** What is done by the form; null if nothing can. */
    public @Nullable ClaimAct act() {
        return opened.state().can(ClaimAct.CLAIM)
                ? ClaimAct.CLAIM
                : opened.state().can(ClaimAct.CORRECT) ? ClaimAct.CORRECT : null;
    }

    public boolean canCancel() {
        return opened.state().can(ClaimAct.CANCEL);
    }

    public List<Box> wrong() {
        return questions.stream()
                .flatMap(question -> question.boxes().stream())
                .filter(box -> box.error() != null)
                .toList();
    }

    public boolean isWrong() {
        return problem != null || !wrong().isEmpty();
    }

    public String overview() {
        return OpinionPages.PATH + "/" + opened.letter().id();
    }

    public String address() {
        return overview() + "/claim";
    }

    /** Class of the style sheet. */
    public static String mark(ClaimState state) {
        return switch (state) {
            case NONE, SENT, CANCEL_SENT -> "state state-wait";
            case RECEIVED, CANCELLED -> "state state-run";
            case ACCEPTED -> "state state-done";
            case RETURNED, CORRECTION_RETURNED, CANCEL_RETURNED -> "state state-warn";
        };
    }

    /** What is claimed, as people read it. */
    public static List<Line> lines(Map<String, String> items) {
        List<Line> lines = new ArrayList<>();
        for (LayoutItem item : ClaimCheck.items()) {
            String value = items.getOrDefault(item.code(), "");
            if (!value.isEmpty()) {
                lines.add(new Line(item.name(), value(item, value)));
            }
        }
        lines.add(new Line(ScreenText.text("claim.total"), yen(ClaimCheck.total(items))));
        return lines;
    }

    private static String value(LayoutItem item, String value) {
        return switch (item.type()) {
            case I ->
                ClaimCheck.POINTS.contains(item.code())
                        ? ScreenText.text("claim.points", count(value))
                        : yen(Integer.parseInt(value));
            default -> LetterPage.value(item, value);
        };
    }

    private static String count(String digits) {
        return String.format("%,d", Integer.parseInt(digits));
    }

    public static String yen(long amount) {
        return ScreenText.text("claim.yen", String.format("%,d", amount));
    }

    /** The insurer's table, or the usual one. */
    public List<Line> table() {
        return List.of(
                line(Fees.HOME, Fees.NEW),
                line(Fees.HOME, Fees.AGAIN),
                line(Fees.FACILITY, Fees.NEW),
                line(Fees.FACILITY, Fees.AGAIN));
    }

    private Line line(String place, String turn) {
        return new Line(
                ScreenText.text("claim.fee." + place + turn), yen(opened.fees().yen(place, turn)));
    }

    /** That the table says something else than what was typed; null if it is the same. */
    public @Nullable String otherFee() {
        int said = opened.fees().yen(typed.getOrDefault("place", ""), typed.getOrDefault("turn", ""));
        return typed.getOrDefault("opinionFee", "").equals(String.valueOf(said))
                ? null
                : ScreenText.text("claim.otherFee." + (opened.ownFees() ? "own" : "usual"), yen(said));
    }

    /** Reason and words of a 差戻し, as long as it is waited for what follows it. */
    public String why() {
        Answered answered = opened.claim() == null ? null : opened.claim().answered();
        return act() == null ? "" : LetterPage.why(answered);
    }

    /** みなし2号: 生活保護 alone, which may be claimed elsewhere (certification.md 2.7). */
    public boolean isOfWelfare() {
        return opened.letter().person().insured().value().startsWith("H");
    }

    public String said() {
        return Objects.requireNonNullElse(message, "");
    }

    @Override
    public String toString() {
        return "ClaimPage[" + opened + "]";
    }
}
