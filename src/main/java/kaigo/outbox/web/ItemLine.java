package kaigo.outbox.web;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import kaigo.layout.CodeList;
import kaigo.layout.LayoutItem;
import kaigo.layout.Row;
import kaigo.screens.Moments;
import kaigo.shared.Days;
import kaigo.shared.JapaneseDates;
import kaigo.shared.YyyyMmDd;

/** 項目と値, as people read it: days in both calendars, codes in words. */
public record ItemLine(String name, String value) {

    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("uuuuMMddHHmmss");

    /** Those that the record has, in the order of its layout. */
    static List<ItemLine> of(Row record) {
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
