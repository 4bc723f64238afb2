package kaigo.layout;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kaigo.layout.Item.CodeItem;
import kaigo.layout.Item.DateItem;
import kaigo.layout.Item.FlagItem;
import kaigo.layout.Item.IntItem;
import kaigo.layout.Item.NumberItem;
import kaigo.layout.Item.TextItem;
import kaigo.layout.Item.TimestampItem;
import kaigo.shared.YyyyMmDd;
import org.jspecify.annotations.Nullable;

/**
 * データレコード: the values of one record, by position in its layout, and what was found about them. An absent item is
 * null; an item that this version of the layout does not have is absent. Typed readings of a value that is not of its
 * type are absent too: a finding tells why.
 */
public final class Row {
    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("uuuuMMddHHmmss");

    private final Layout layout;
    private final int number;
    private final long line;
    private final @Nullable String[] values;
    private final List<List<Row>> sheets;
    private Findings findings;
    /** Letter of the file of a set that this row of a sheet was read from. */
    private @Nullable String part;

    Row(Layout layout, int number, long line) {
        this(layout, number, line, new Findings());
    }

    private Row(Layout layout, int number, long line, Findings findings) {
        this.layout = layout;
        this.number = number;
        this.line = line;
        this.findings = findings;
        this.values = new @Nullable String[layout.size()];
        this.sheets = layout.sheets().isEmpty()
                ? List.of()
                : new ArrayList<>(layout.sheets().size());
        for (int i = 0; i < layout.sheets().size(); i++) {
            sheets.add(new ArrayList<>(1));
        }
    }

    /** The rows of a sheet; what is found about them is found about this record. */
    public List<Row> sheet(Sheet sheet) {
        return Collections.unmodifiableList(sheets.get(sheet.position()));
    }

    /** A new row of a sheet. Its key is that of this record and stays empty. */
    public Row addTo(Sheet sheet) {
        Row row = new Row(sheet.layout(), number, line, findings);
        sheets.get(sheet.position()).add(row);
        return row;
    }

    /** Takes in a row of a sheet that was read by itself: what is found about it stands there, and is this record's. */
    void addTo(Sheet sheet, Row read) {
        Findings own = read.findings;
        read.findings = findings;
        read.part = sheet.part();
        own.list().forEach(read.findings()::add);
        sheets.get(sheet.position()).add(read);
    }

    public Layout layout() {
        return layout;
    }

    /** 連番 of the record in its file: 2 for the first data record. */
    public int number() {
        return number;
    }

    /** Line of the file where the record begins, from 1. */
    public long line() {
        return line;
    }

    public Findings findings() {
        return part == null ? findings : findings.at(new Finding.Place(part, number, line));
    }

    /** The value at a position of the layout, as text. */
    public @Nullable String text(int position) {
        return values[position];
    }

    /** By code, as in NDJSON: absent items are left out, only type I is a number. Sheets are left out. */
    public Map<String, Object> items() {
        Map<String, Object> items = new LinkedHashMap<>();
        for (LayoutItem item : layout.items()) {
            String text = values[item.position()];
            if (text != null) {
                items.put(item.code(), item.type() == ItemType.I ? Integer.valueOf(text) : text);
            }
        }
        return items;
    }

    /** Sets the value as text whatever its type: for normalising, and for those who write wrong records on purpose. */
    public void text(int position, @Nullable String value) {
        values[position] = value;
    }

    void fill(@Nullable String[] from, int begin) {
        System.arraycopy(from, begin, values, 0, values.length);
    }

    public @Nullable String get(TextItem item) {
        return value(item.interfaceId(), item.ordinal());
    }

    public @Nullable String get(NumberItem item) {
        return value(item.interfaceId(), item.ordinal());
    }

    public @Nullable String get(CodeItem item) {
        return value(item.interfaceId(), item.ordinal());
    }

    public @Nullable LocalDate get(DateItem item) {
        String value = value(item.interfaceId(), item.ordinal());
        return value == null ? null : YyyyMmDd.parse(value);
    }

    public @Nullable LocalDateTime get(TimestampItem item) {
        String value = value(item.interfaceId(), item.ordinal());
        return value != null && YyyyMmDd.isTimestamp(value) ? LocalDateTime.parse(value, SECOND) : null;
    }

    /** An item of type T that several interfaces have, by its code. */
    public @Nullable LocalDateTime timestamp(String code) {
        int position = layout.position(code);
        String value = position < 0 ? null : values[position];
        return value != null && YyyyMmDd.isTimestamp(value) ? LocalDateTime.parse(value, SECOND) : null;
    }

    public @Nullable Integer get(IntItem item) {
        String value = value(item.interfaceId(), item.ordinal());
        return value != null && ItemCheck.isInt(value) ? Integer.valueOf(value) : null;
    }

    public boolean isSet(FlagItem item) {
        return "1".equals(value(item.interfaceId(), item.ordinal()));
    }

    public void set(TextItem item, @Nullable String value) {
        put(item, value);
    }

    public void set(NumberItem item, @Nullable String value) {
        put(item, value);
    }

    public void set(CodeItem item, @Nullable String value) {
        put(item, value);
    }

    public void set(DateItem item, @Nullable LocalDate value) {
        put(item, value == null ? null : YyyyMmDd.format(value));
    }

    public void set(TimestampItem item, @Nullable LocalDateTime value) {
        put(item, value == null ? null : value.format(SECOND));
    }

    public void set(IntItem item, @Nullable Integer value) {
        put(item, value == null ? null : value.toString());
    }

    public void set(FlagItem item, boolean value) {
        put(item, value ? "1" : "0");
    }

    private @Nullable String value(String interfaceId, int ordinal) {
        int position = layout.position(interfaceId, ordinal);
        return position < 0 ? null : values[position];
    }

    private void put(Item item, @Nullable String value) {
        int position = layout.position(item);
        if (position >= 0) {
            values[position] = value;
        }
    }

    /** Never the values: a record of a person must not reach a log by its toString. */
    @Override
    public String toString() {
        return layout.id() + " record " + number;
    }
}
