package kaigo.rollout.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kaigo.intake.LateInsurer;
import kaigo.rollout.SetupView;
import kaigo.screens.Pager;
import kaigo.shared.InsurerNumber;
import org.jspecify.annotations.Nullable;

/**
 * What the operator's list of insurers shows.
 *
 * @param all every insurer, for the counts
 * @param late those whose daily link is late
 * @param rows of this page
 */
public record OperatorPage(
        List<SetupView> all,
        Map<InsurerNumber, LateInsurer> late,
        List<SetupView> rows,
        Choice chosen,
        Pager pager,
        LocalDate today) {

    /**
     * Which insurers: query of the request.
     *
     * @param stage only at this stage, or null for all
     * @param late only those whose daily link is late
     */
    public record Choice(@Nullable Stage stage, @Nullable Boolean late) {
        boolean includes(SetupView one, Set<InsurerNumber> lateOnes, LocalDate today) {
            return (stage == null || OperatorPage.stage(one, today) == stage)
                    && (!isLate() || lateOnes.contains(one.insurer().number()));
        }

        String address() {
            String byStage = stage == null ? "" : "stage=" + stage + "&";
            return "/operator/insurers?" + byStage + (isLate() ? "late=true&" : "");
        }

        public boolean isLate() {
            return Boolean.TRUE.equals(late);
        }

        public boolean isAll() {
            return stage == null && !isLate();
        }
    }

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

    /** Null if it is not late. */
    public @Nullable LateInsurer late(SetupView view) {
        return late.get(view.insurer().number());
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
