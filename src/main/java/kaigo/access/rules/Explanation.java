package kaigo.access.rules;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 判定の説明 of one kind: the decision of the rule, and how it came about. Of an office with several columns each is told.
 *
 * @param columns none for an office without a service
 */
public record Explanation(Kind kind, Decision decision, List<Seated> columns) {

    /**
     * What the rule answered in one column.
     *
     * @param hasCareManager the service that gives the column has a post for a 介護支援専門員
     * @param judgedAsDoctor ※1 holds and not ※2
     * @param steps as far as it asked: the last one refuses, or all are passed
     * @param refused why, or null
     */
    public record Seated(
            Column column,
            boolean hasCareManager,
            Cell cell,
            boolean judgedAsDoctor,
            List<Step> steps,
            @Nullable Reason refused) {}

    public record Step(Question question, boolean refuses) {}
}
