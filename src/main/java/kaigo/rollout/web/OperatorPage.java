package kaigo.rollout.web;

import java.time.LocalDate;
import java.util.List;
import kaigo.rollout.SetupView;
import kaigo.screens.Pager;
import org.jspecify.annotations.Nullable;

/**
 * What the operator's list of insurers shows.
 *
 * @param all every insurer, for the counts
 * @param rows of this page
 * @param chosen only insurers at this stage, or null for all
 */
public record OperatorPage(
        List<SetupView> all, List<SetupView> rows, @Nullable Stage chosen, Pager pager, LocalDate today) {

    /** 段階, as an operator counts them. */
    public enum Stage {
        PREPARING,
        LOADING,
        WAITING_FOR_START,
        STARTED
    }

    public static Stage stage(SetupView view, LocalDate today) {
        LocalDate starts = view.setup().startsOn();
        return switch (view.setup().state()) {
            case PREPARING, BASE_DATE_FIXED -> Stage.PREPARING;
            case LOADING -> Stage.LOADING;
            case COUNTS_AGREED -> Stage.WAITING_FOR_START;
            case START_FIXED -> starts != null && !starts.isAfter(today) ? Stage.STARTED : Stage.WAITING_FOR_START;
        };
    }

    public Stage stage(SetupView view) {
        return stage(view, today);
    }

    public long count(Stage stage) {
        return all.stream().filter(one -> stage(one, today) == stage).count();
    }

    /** Class of the style sheet. */
    public static String mark(Stage stage) {
        return switch (stage) {
            case PREPARING -> "state state-wait";
            case LOADING, WAITING_FOR_START -> "state state-run";
            case STARTED -> "state state-done";
        };
    }
}
