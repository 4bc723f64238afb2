package kaigo.intake.past;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import kaigo.access.InsurerPermit;
import kaigo.intake.past.PastRecord.Rows;
import kaigo.intake.past.PastRecord.Value;
import kaigo.intake.past.PastState.Change;
import kaigo.layout.Layout;
import kaigo.layout.LayoutItem;
import kaigo.layout.Layouts;
import kaigo.layout.Sheet;
import kaigo.layout.Target;
import kaigo.layout.Target.Column;
import kaigo.layout.Target.SheetTable;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the tables of the rooms and their histories. */
@Component
class PastStore {

    private static final JsonMapper JSON = new JsonMapper();

    private final JdbcClient database;

    PastStore(JdbcClient database) {
        this.database = database;
    }

    /** Which records, and when. */
    private record Question(Target target, Layout layout, StateSql sql, String first, Instant at) {}

    /**
     * The records that were shown at an instant.
     *
     * @param first the first part of their key, such as a 被保険者番号
     */
    List<PastRecord> list(InsurerPermit permit, Target target, String first, Instant at) {
        Layout layout = Layouts.newest(target.interfaceId()).orElseThrow();
        Question question = new Question(target, layout, new StateSql(target), first, at);
        List<Map<String, @Nullable Object>> found =
                query(permit, question, question.sql().records());
        Map<String, List<Rows>> sheets = found.isEmpty() ? Map.of() : sheets(permit, question);
        return found.stream()
                .map(row -> new PastRecord(
                        instant(row, "registered_at"),
                        instant(row, "source_updated_at"),
                        values(target, layout, row),
                        sheets.getOrDefault(key(target, row), List.of())))
                .toList();
    }

    /** By the keys of the records. */
    private Map<String, List<Rows>> sheets(InsurerPermit permit, Question question) {
        Map<String, List<Rows>> byKey = new HashMap<>();
        for (SheetTable table : question.target().sheets()) {
            Sheet sheet = question.layout().sheet(table.sheet());
            query(permit, question, question.sql().rows(table)).stream()
                    .collect(Collectors.groupingBy(
                            row -> key(question.target(), row),
                            Collectors.mapping(
                                    row -> values(sheet.layout(), table.columns(), row), Collectors.toList())))
                    .forEach((key, rows) -> byKey.computeIfAbsent(key, none -> new ArrayList<>())
                            .add(new Rows(sheet, rows)));
        }
        return byKey;
    }

    private List<Map<String, @Nullable Object>> query(InsurerPermit permit, Question question, String sql) {
        return database.sql(sql)
                .param("insurer", permit.insurer().value())
                .param("first", question.first())
                .param("at", OffsetDateTime.ofInstant(question.at(), ZoneOffset.UTC))
                .query()
                .listOfRows();
    }

    /** When something of these targets was registered, replaced or deleted, the newest first. */
    List<Change> listChanges(InsurerPermit permit, List<Target> targets, String first) {
        String changes =
                targets.stream().map(target -> new StateSql(target).changes()).collect(Collectors.joining(" union "));
        return database.sql("select registered_at, array_agg(interface order by interface) from (" + changes
                        + ") c group by registered_at order by 1 desc")
                .param("insurer", permit.insurer().value())
                .param("first", first)
                .query((row, n) -> new Change(row.getTimestamp(1).toInstant(), List.of((String[])
                        row.getArray(2).getArray())))
                .list();
    }

    /** Whether the person is under 支援措置 now. */
    boolean isProtected(InsurerPermit permit, String insuredNumber) {
        return database.sql("select protection from insured.person where insurer_number = ? and insured_number = ?")
                .params(permit.insurer().value(), insuredNumber)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    private static String key(Target target, Map<String, @Nullable Object> row) {
        return target.keys().stream()
                .map(column -> String.valueOf(row.get(column.name())))
                .collect(Collectors.joining("/"));
    }

    private static List<Value> values(Target target, Layout layout, Map<String, @Nullable Object> row) {
        List<Value> values = new ArrayList<>(values(layout, target.keys(), row));
        values.addAll(values(layout, target.columns(), row));
        Object others = row.get("other_items");
        if (others != null) {
            for (Map.Entry<String, JsonNode> other :
                    JSON.readTree(others.toString()).properties()) {
                int position = layout.position(other.getKey());
                LayoutItem item = position < 0 ? null : layout.item(position);
                String name = item == null ? other.getKey() : item.name();
                values.add(new Value(name, item, other.getValue().asString()));
            }
        }
        return values;
    }

    private static List<Value> values(Layout layout, List<Column> columns, Map<String, @Nullable Object> row) {
        List<Value> values = new ArrayList<>();
        for (Column column : columns) {
            Object value = row.get(column.name());
            if (value != null) {
                LayoutItem item = layout.item(layout.position(column.item()));
                values.add(new Value(item.name(), item, inJava(value)));
            }
        }
        return values;
    }

    private static Object inJava(Object value) {
        return switch (value) {
            case Date day -> day.toLocalDate();
            case Timestamp moment -> moment.toInstant();
            default -> value;
        };
    }

    private static Instant instant(Map<String, @Nullable Object> row, String column) {
        return ((Timestamp) Objects.requireNonNull(row.get(column))).toInstant();
    }
}
