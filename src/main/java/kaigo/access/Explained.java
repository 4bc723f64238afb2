package kaigo.access;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import kaigo.access.rules.Explanation;
import kaigo.access.rules.Question;

/**
 * 判定の説明: how the decision on each kind came about, and the facts it stood on.
 *
 * @param on the day
 * @param today false: facts of which only the present is kept are taken as they are now
 * @param present whether such a person is registered; an operator may know
 */
public record Explained(
        ExplainedViewer viewer,
        PersonKey person,
        LocalDate on,
        boolean today,
        boolean present,
        List<Explanation> kinds,
        List<ExplainedFact> facts) {

    public Map<Question, List<ExplainedFact>> factsByQuestion() {
        return facts.stream().collect(Collectors.groupingBy(ExplainedFact::question));
    }
}
