package kaigo.layout;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import kaigo.layout.Item.CodeItem;
import kaigo.layout.Item.DateItem;
import kaigo.layout.Item.FlagItem;
import kaigo.layout.Item.IntItem;
import kaigo.layout.Item.NumberItem;
import kaigo.layout.Item.TextItem;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** 示された記録: one record, or one row of a sheet, out of what {@link ShownSql} answers. */
public final class ShownRecord {

    private static final JsonMapper JSON = new JsonMapper();

    private final Layout layout;
    private final JsonNode record;

    private ShownRecord(Layout layout, JsonNode record) {
        this.layout = layout;
        this.record = record;
    }

    /** In the order of the answer. */
    public static List<ShownRecord> list(String interfaceId, String json) {
        Layout layout = Layouts.newest(interfaceId).orElseThrow();
        List<ShownRecord> records = new ArrayList<>();
        JSON.readTree(json).forEach(one -> records.add(new ShownRecord(layout, one)));
        return records;
    }

    /**
     * An item with the value that this record has for it.
     *
     * @param table the interface of its item, as {@link Item#interfaceId}
     * @param value a text, LocalDate, Instant, Boolean or Long; of a code what it stands for
     */
    public record Value(String table, LayoutItem item, Object value) {}

    /** 項目名. */
    public String name(Item item) {
        return layout.item(layout.position(item)).name();
    }

    /** Where the item stands in the layout, see {@link LayoutItem#position}. */
    public int position(Item item) {
        return layout.position(item);
    }

    /** Whether it is a record of the interface that has this item. */
    public boolean isOf(Item item) {
        return layout.head().itemsOf().equals(item.interfaceId());
    }

    public boolean has(Item item) {
        return record.has(item.code()) && !record.get(item.code()).isNull();
    }

    public Optional<String> text(TextItem item) {
        return has(item) ? Optional.of(record.get(item.code()).asString()) : Optional.empty();
    }

    public Optional<String> text(NumberItem item) {
        return has(item) ? Optional.of(record.get(item.code()).asString()) : Optional.empty();
    }

    public Optional<String> code(CodeItem item) {
        return has(item) ? Optional.of(record.get(item.code()).asString()) : Optional.empty();
    }

    /** What the code stands for; the code itself if that is not known. */
    public Optional<String> label(CodeItem item) {
        CodeList codes =
                Objects.requireNonNull(layout.item(layout.position(item)).codes());
        return code(item).map(code -> codes.labels().getOrDefault(code, code));
    }

    public @Nullable LocalDate day(DateItem item) {
        return has(item) ? LocalDate.parse(record.get(item.code()).asString()) : null;
    }

    public boolean is(FlagItem item) {
        return has(item) && record.get(item.code()).asBoolean();
    }

    public Optional<Long> number(IntItem item) {
        return has(item) ? Optional.of(record.get(item.code()).asLong()) : Optional.empty();
    }

    public Optional<Value> value(Item item) {
        return has(item) ? Optional.of(read(layout.item(layout.position(item)))) : Optional.empty();
    }

    /** Everything that it has but its key and how it was sent, in the order of the layout. */
    public List<Value> values() {
        return IntStream.range(layout.begin(), layout.size())
                .mapToObj(layout::item)
                .filter(item ->
                        record.has(item.code()) && !record.get(item.code()).isNull())
                .filter(item -> item.inContent() && !layout.key().contains(item))
                .map(this::read)
                .toList();
    }

    private Value read(LayoutItem item) {
        return new Value(layout.head().itemsOf(), item, typed(item));
    }

    private Object typed(LayoutItem item) {
        JsonNode value = record.get(item.code());
        CodeList codes = item.codes();
        return switch (item.type()) {
            case D -> LocalDate.parse(value.asString());
            case T -> OffsetDateTime.parse(value.asString()).toInstant();
            case F -> value.asBoolean();
            case I -> value.asLong();
            default ->
                codes == null ? value.asString() : codes.labels().getOrDefault(value.asString(), value.asString());
        };
    }

    /** All of its items but its key and how it was sent, whether it has a value for them or not. */
    public List<LayoutItem> items() {
        return IntStream.range(layout.begin(), layout.size())
                .mapToObj(layout::item)
                .filter(item -> item.inContent() && !layout.key().contains(item))
                .toList();
    }

    public Optional<Value> value(LayoutItem item) {
        return record.has(item.code()) && !record.get(item.code()).isNull()
                ? Optional.of(read(item))
                : Optional.empty();
    }

    /** What stands for the value of a code, as it was sent. */
    public Optional<String> code(LayoutItem item) {
        return value(item).map(found -> record.get(item.code()).asString());
    }

    /** The rows of one of its sheets, none if that is not shown. */
    public List<ShownRecord> rows(String sheet) {
        Layout table = layout.sheet(sheet).layout();
        List<ShownRecord> rows = new ArrayList<>();
        record.path(sheet).forEach(row -> rows.add(new ShownRecord(table, row)));
        return rows;
    }

    /** Since when it is shown so. */
    public OffsetDateTime registeredAt() {
        return OffsetDateTime.parse(record.get("registeredAt").asString());
    }

    @Override
    public String toString() {
        return "ShownRecord[…]";
    }
}
