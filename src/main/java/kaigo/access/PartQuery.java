package kaigo.access;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * 一度の問い: one or several parts in one round trip. Made once, asked often.
 */
public final class PartQuery<K extends Enum<K>> {

    private final Class<K> type;
    private final List<K> parts;
    private final NamedSql sql;

    private PartQuery(Class<K> type, Map<K, PartSql> parts) {
        this.type = type;
        this.parts = List.copyOf(parts.keySet());
        List<String> texts = new ArrayList<>();
        parts.forEach((part, text) -> texts.add("(" + text.text() + ")"));
        this.sql = new NamedSql("select " + String.join(", ", texts));
    }

    public static <K extends Enum<K>> PartQuery<K> of(Class<K> type, Map<K, PartSql> parts) {
        return new PartQuery<>(type, parts);
    }

    NamedSql sql() {
        return sql;
    }

    /** @param columns texts, in the order of the parts */
    Map<K, String> answers(List<String> columns) {
        Map<K, String> answers = new EnumMap<>(type);
        for (int i = 0; i < parts.size(); i++) {
            answers.put(parts.get(i), columns.get(i));
        }
        return answers;
    }
}
