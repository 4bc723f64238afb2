package kaigo.access;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import kaigo.access.rules.Question;

/**
 * 説明の事実: on what the answer to a question stands.
 *
 * @param from the view or table it comes from, {@code rule} for what the rule was told
 * @param values by name, in their order; none: there is no such row. Labels: {@code fact.NAME} in messages_ja.properties
 */
public record ExplainedFact(Question question, String from, Map<String, String> values) {

    /** What the rule was told. */
    public static final String RULE = "rule";

    public ExplainedFact {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }
}
