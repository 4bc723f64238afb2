package kaigo.rollout.web;

import java.util.List;
import java.util.Objects;
import kaigo.rollout.SetupView;
import kaigo.rollout.rules.Precondition;
import kaigo.rollout.rules.SetupState;
import kaigo.rollout.rules.SetupStep;
import kaigo.screens.Field;
import kaigo.screens.ScreenText;
import org.jspecify.annotations.Nullable;

/**
 * What the page 「初期セットアップ」 shows: five stages, each done, now, or to come.
 *
 * @param counts the field of each row of {@code view.counts()}
 * @param problem why the last step was refused, or null
 */
public record SetupPage(
        SetupView view,
        Field day,
        List<Field> counts,
        @Nullable String problem) {

    /** 段階, in the order of the page. */
    public enum Stage {
        PRECONDITIONS,
        BASE_DATE,
        LOAD,
        COUNTS,
        START
    }

    public enum Progress {
        DONE,
        NOW,
        LATER
    }

    public Progress progress(Stage stage) {
        if (stage == Stage.PRECONDITIONS) {
            return view.setup().open().isEmpty() ? Progress.DONE : Progress.NOW;
        }
        int reached = switch (view.setup().state()) {
            case PREPARING -> 1;
            case BASE_DATE_FIXED, LOADING -> 2;
            case COUNTS_AGREED -> 4;
            case START_FIXED -> 5;
        };
        if (view.setup().state() == SetupState.LOADING && stage == Stage.COUNTS) {
            return Progress.NOW; // counting begins while the last files come
        }
        int at = stage.ordinal();
        return at < reached ? Progress.DONE : at == reached ? Progress.NOW : Progress.LATER;
    }

    public List<Precondition> preconditions() {
        return List.of(Precondition.values());
    }

    public boolean isMet(Precondition precondition) {
        return view.setup().met().contains(precondition);
    }

    /** A precondition can be changed until the load begins; a test file that passed counts by itself. */
    public boolean isOpenTo(Precondition precondition) {
        return precondition != Precondition.TEST_FILE_PASSED
                && (view.setup().state() == SetupState.PREPARING || view.setup().state() == SetupState.BASE_DATE_FIXED);
    }

    public boolean is(SetupState state) {
        return view.setup().state() == state;
    }

    public List<Field> fields() {
        return Objects.requireNonNullElse(day.error(), "").isEmpty() ? counts : List.of(day);
    }

    /** 手順の名: what an event says in words. */
    public static String what(String event) {
        return switch (event.charAt(0)) {
            case '+' -> ScreenText.text("setup.event.met", precondition(event.substring(1)));
            case '-' -> ScreenText.text("setup.event.open", precondition(event.substring(1)));
            default -> ScreenText.text("setup.event." + event);
        };
    }

    /** Of a precondition, or of the 連携方式 that was chosen. */
    private static String precondition(String name) {
        return ScreenText.text("setup.precondition." + name);
    }

    /** The form value of a step. */
    public static String value(SetupStep step) {
        return step.name();
    }

    /** {@code staff:442012/tanaka} → tanaka; a system of the insurer and an operator are called so. */
    public static String who(String actor) {
        int colon = actor.indexOf(':');
        return switch (actor.substring(0, colon)) {
            case "staff" -> actor.substring(actor.indexOf('/') + 1);
            case "vendor" -> ScreenText.text("setup.vendor", actor.substring(actor.indexOf('/') + 1));
            case "operator" -> ScreenText.text("setup.operator");
            default -> ScreenText.text("files.system");
        };
    }
}
