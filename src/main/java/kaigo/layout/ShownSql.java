package kaigo.layout;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kaigo.layout.Item.NumberItem;
import kaigo.layout.Item.TimestampItem;
import kaigo.layout.Target.Column;
import kaigo.layout.Target.SheetTable;
import org.jspecify.annotations.Nullable;

/**
 * 示す記録: the statement that answers the records of one person as one JSON array. Its parameters are :insurer, :insured,
 * :addressOpen and whatever {@code shown} names; where {@code shown} is false the same statement answers an empty array
 * (settled 22). A record is an object of its key,
 * its items by code, registeredAt, sourceUpdatedAt and an array for each sheet; what has no value is left out, days and
 * instants are ISO 8601 in Japan's time. The record's table is {@code t} in every condition.
 */
public final class ShownSql {

    /** No 支援措置: where such a person lives is for the insurer's eyes only. */
    public static final String ADDRESS_IS_OPEN = "address.open";

    private final Target target;
    private List<Column> columns;
    private final Map<String, String> sheets = new LinkedHashMap<>();
    private final Map<Item, String> conditions = new HashMap<>();
    private String where;
    private @Nullable String order;

    private ShownSql(Target target, String shown) {
        this.target = target;
        this.where = "(" + shown + ")";
        this.columns = target.columns();
    }

    /**
     * Every item of the records themselves, no sheet.
     *
     * @param shown the condition on which they are shown at all
     */
    public static ShownSql of(Target target, String shown) {
        if (!target.isAboutAPerson()) {
            throw new IllegalArgumentException(target.interfaceId() + " is about no person");
        }
        return new ShownSql(target, shown);
    }

    /** Beside the key these items only. */
    public ShownSql items(List<? extends Item> items) {
        columns = items.stream().map(item -> column(target.columns(), item)).toList();
        return this;
    }

    public ShownSql sheet(String code) {
        return sheet(code, "true");
    }

    /** A sheet that only records have for which the condition is true. */
    public ShownSql sheet(String code, String condition) {
        sheets.put(table(code).sheet(), condition);
        return this;
    }

    /** Items, also of sheets, that leave only while the condition is true. */
    public ShownSql onlyIf(String condition, List<? extends Item> items) {
        List<Column> known = Stream.concat(
                        columns.stream(), sheets.keySet().stream().flatMap(code -> table(code).columns().stream()))
                .toList();
        items.forEach(item -> conditions.put(column(known, item).item(), condition));
        return this;
    }

    /** One more condition on the records. */
    public ShownSql where(String condition) {
        where += " and (" + condition + ")";
        return this;
    }

    /** Without it the order is that of the key, its numbers descending: the newest record first. */
    public ShownSql orderBy(String expressions) {
        order = expressions;
        return this;
    }

    public String text() {
        return "select coalesce(json_agg(json_strip_nulls(row_to_json(x)) order by "
                + Objects.requireNonNullElseGet(order, this::byKey) + "), '[]')::text from " + target.shownView()
                + " t cross join (select cast(:addressOpen as boolean) as open) address cross join lateral (select "
                + String.join(", ", members())
                + ") x where t.insurer_number = :insurer and t.insured_number = :insured and " + where;
    }

    private List<String> members() {
        List<String> members = new ArrayList<>();
        Stream.concat(key().stream(), columns.stream()).forEach(column -> members.add(member("t", column)));
        members.add(instant("t.registered_at") + " as \"registeredAt\"");
        members.add(instant("t.source_updated_at") + " as \"sourceUpdatedAt\"");
        sheets.forEach((code, condition) ->
                members.add("case when " + condition + " then (" + rows(table(code)) + ") end as \"" + code + '"'));
        return members;
    }

    private String rows(SheetTable sheet) {
        String own = target.keys().stream()
                .map(key -> " and s." + key.name() + " = t." + key.name())
                .collect(Collectors.joining());
        String members =
                sheet.columns().stream().map(column -> member("s", column)).collect(Collectors.joining(", "));
        return "select coalesce(json_agg(row_to_json(r) order by s.row_no), '[]') from " + sheet.table()
                + " s cross join lateral (select " + members + ") r where s.insurer_number = t.insurer_number" + own
                + " and s.sheets_revision = t.sheets_revision";
    }

    private String member(String table, Column column) {
        String name = table + '.' + column.name();
        String value = column.item() instanceof TimestampItem ? instant(name) : name;
        String condition = conditions.get(column.item());
        return (condition == null ? value : "case when " + condition + " then " + value + " end") + " as \""
                + column.item().code() + '"';
    }

    private static String instant(String name) {
        return "to_char(" + name + " at time zone 'Asia/Tokyo', 'YYYY-MM-DD\"T\"HH24:MI:SS\"+09:00\"')";
    }

    private String byKey() {
        return key().stream()
                .map(column -> "t." + column.name() + (column.item() instanceof NumberItem ? "::bigint desc" : ""))
                .collect(Collectors.joining(", "));
    }

    /** Within the person. */
    private List<Column> key() {
        return target.keys().subList(1, target.keys().size());
    }

    private SheetTable table(String code) {
        return target.sheets().stream()
                .filter(sheet -> sheet.sheet().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such sheet: " + code));
    }

    private static Column column(List<Column> columns, Item item) {
        return columns.stream()
                .filter(column -> column.item().equals(item))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such column: " + item));
    }
}
