package kaigo.checkup.web;

import java.util.List;
import kaigo.checkup.StepWords;
import kaigo.checkup.rules.Found;
import kaigo.checkup.rules.Step;
import kaigo.checkup.rules.WayIn;
import kaigo.screens.Field;
import org.jspecify.annotations.Nullable;

/**
 * What the check of one's own way in shows.
 *
 * @param institution name and number of the certificate's institution, or null
 * @param asked what comes next: name and password, the code, or nothing
 */
public record CheckPage(List<Found> steps, @Nullable String institution, Asked asked, List<Field> fields) {

    /** What the form asks for. */
    public enum Asked {
        NOTHING,
        PASSWORD,
        CODE
    }

    public List<Found> of(Step.Group group) {
        return steps.stream().filter(found -> found.step().group() == group).toList();
    }

    /** Where one is stuck, or null. */
    public @Nullable Found stuck() {
        return WayIn.firstFailure(steps).orElse(null);
    }

    /** Whoever passed the second step is in, whatever was not tried on the way. */
    public boolean allPassed() {
        return stuck() == null
                && steps.stream()
                        .anyMatch(one -> one.step() == Step.SECOND_STEP && one.result() == Found.Result.PASSED);
    }

    /** What is wrong, or null. */
    public static @Nullable String text(Found found) {
        return StepWords.text(found).orElse(null);
    }

    /** What to do, or null. */
    public static @Nullable String next(Found found) {
        return StepWords.next(found).orElse(null);
    }

    /** Class of the style sheet. */
    public static String mark(Found found) {
        return switch (found.result()) {
            case PASSED -> "state state-done";
            case ATTENTION -> "state state-warn";
            case FAILED -> "state state-fail";
            case OPEN -> "state state-wait";
        };
    }
}
