package kaigo.outbox.web;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import kaigo.layout.CodeList;
import kaigo.layout.LayoutItem;
import kaigo.layout.Row;
import kaigo.outbox.Outbox.Fetched;
import kaigo.outbox.OutboxRecords;
import kaigo.screens.Moments;
import kaigo.screens.ScreenText;
import kaigo.shared.Days;
import kaigo.shared.JapaneseDates;
import kaigo.shared.YyyyMmDd;
import tools.jackson.databind.json.JsonMapper;

/** 項目と値, as people read it: days in both calendars, codes in words. */
public record ItemLine(String name, String value) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("uuuuMMddHHmmss");

    /** Those that the record has, in its order. */
    static List<ItemLine> of(Fetched fetched) {
        return fetched.item().receipt() == null ? of(OutboxRecords.row(fetched)) : results(fetched.record());
    }

    private static List<ItemLine> results(String record) {
        List<ItemLine> lines = new ArrayList<>();
        JSON.readTree(record)
                .forEachEntry((name, value) ->
                        lines.add(new ItemLine(ScreenText.text("outbox.results." + name), value.asString())));
        return lines;
    }

    private static List<ItemLine> of(Row record) {
        return record.layout().items().stream()
                .filter(item -> record.text(item.position()) != null)
                .map(item -> new ItemLine(item.name(), text(item, String.valueOf(record.text(item.position())))))
                .toList();
    }

    private static String text(LayoutItem item, String value) {
        CodeList codes = item.codes();
        if (codes != null) {
            return codes.labels().getOrDefault(value, value);
        }
        return switch (item.type()) {
            case D -> day(value);
            case T ->
                YyyyMmDd.isTimestamp(value)
                        ? Moments.show(LocalDateTime.parse(value, SECOND)
                                .atZone(Days.JAPAN)
                                .toInstant())
                        : value;
            default -> value;
        };
    }

    /** What is no day stands as it was sent. */
    private static String day(String value) {
        LocalDate day = YyyyMmDd.parse(value);
        return day == null ? value : JapaneseDates.both(day);
    }

    @Override
    public String toString() {
        return "ItemLine[" + name + "]";
    }
}
