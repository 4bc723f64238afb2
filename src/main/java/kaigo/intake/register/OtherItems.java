package kaigo.intake.register;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import kaigo.layout.Layout;
import kaigo.layout.LayoutItem;
import kaigo.layout.Row;
import kaigo.layout.Target;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * 列のない項目: optional items that an edit of the layout file added. They are kept as one JSON object, name to value, so
 * that such an edit needs no Java and no migration (settled 29). What is left out of the content (マイナンバー) never
 * gets here.
 */
final class OtherItems {

    private static final JsonMapper JSON = new JsonMapper();

    private final Set<String> withColumn = new HashSet<>(Set.of("insurerNumber"));
    private @Nullable Layout layout;
    private int[] positions = {};

    OtherItems(Target target) {
        target.keys().forEach(column -> withColumn.add(column.item().code()));
        target.columns().forEach(column -> withColumn.add(column.item().code()));
    }

    /** Null if the record has no such item. */
    @Nullable
    String json(Row row) {
        if (row.layout() != layout) {
            layout = row.layout();
            positions = layout.items().stream()
                    .filter(item -> item.inContent() && !withColumn.contains(item.code()))
                    .mapToInt(LayoutItem::position)
                    .toArray();
        }
        if (positions.length == 0) {
            return null;
        }
        Map<String, String> others = new LinkedHashMap<>();
        for (int position : positions) {
            String value = row.text(position);
            if (value != null) {
                others.put(row.layout().item(position).code(), value);
            }
        }
        return others.isEmpty() ? null : JSON.writeValueAsString(others);
    }
}
