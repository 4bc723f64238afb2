package kaigo.viewing.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import kaigo.access.rules.ServiceTable;
import kaigo.layout.Item;
import kaigo.layout.ItemType;
import kaigo.layout.ShownRecord;
import kaigo.layout.ShownRecord.Value;
import kaigo.layout.items.M02;
import kaigo.layout.items.M08Opinion;
import kaigo.layout.items.M08Overview;
import kaigo.layout.items.X01;
import kaigo.layout.items.X02SlipLines;
import kaigo.layout.items.X02Week;
import kaigo.screens.Moments;
import kaigo.screens.ScreenText;
import kaigo.shared.JapaneseDates;
import org.jspecify.annotations.Nullable;

/**
 * 示す項目, as people read it: days in both calendars, codes in words, numbers with their unit.
 *
 * @param isLong text of several lines, which takes the whole width
 * @param warned names it in the page, if a 警告 is about it; else null
 */
public record Entry(
        String name, String value, boolean isLong, @Nullable String warned) {

    private static final Set<String> TIMES = places(
            M08Overview.SURVEY_TIME,
            X02Week.START_TIME,
            X02Week.END_TIME,
            X02SlipLines.START_TIME,
            X02SlipLines.END_TIME);

    private static final Set<String> POSTAL_CODES = places(
            M08Overview.POSTAL_CODE,
            M08Overview.FAMILY_POSTAL_CODE,
            M08Overview.FACILITY_POSTAL_CODE,
            M08Opinion.POSTAL_CODE);

    private static final Set<String> SERVICES = places(
            M02.TYPE_LIMITS1_SERVICE,
            M02.TYPE_LIMITS2_SERVICE,
            M02.TYPE_LIMITS3_SERVICE,
            M02.TYPE_LIMITS4_SERVICE,
            M02.TYPE_LIMITS5_SERVICE,
            X01.SERVICE_TYPE);

    private static final ServiceTable SERVICE_TABLE = ServiceTable.bundled();

    Entry(String name, String value, boolean isLong) {
        this(name, value, isLong, null);
    }

    Entry warned(String anchor) {
        return new Entry(name, value, isLong, anchor);
    }

    /** Those of the items that the record has, in their order. */
    static List<Entry> of(ShownRecord record, Item... items) {
        return Arrays.stream(items)
                .map(record::value)
                .flatMap(Optional::stream)
                .map(Entry::of)
                .toList();
    }

    static Entry of(Value one) {
        return new Entry(one.item().name(), text(one), one.item().type() == ItemType.XL);
    }

    /** An item's value alone, or a dash. */
    static String text(ShownRecord record, Item item) {
        return record.value(item).map(Entry::text).orElse("—");
    }

    static String text(Value one) {
        return switch (one.value()) {
            case LocalDate day -> JapaneseDates.both(day);
            case Instant moment -> Moments.show(moment);
            case Boolean flag -> ScreenText.text(flag ? "entry.yes" : "entry.no");
            case Long number -> Units.text(one, number);
            default -> words(one.table() + '.' + one.item().code(), one.value().toString());
        };
    }

    private static String words(String place, String value) {
        if (TIMES.contains(place)) {
            return time(value);
        }
        if (POSTAL_CODES.contains(place)) {
            return postalCode(value);
        }
        return SERVICES.contains(place) ? SERVICE_TABLE.nameOf(value).orElse(value) : value;
    }

    private static Set<String> places(Item... items) {
        return Arrays.stream(items)
                .map(item -> item.interfaceId() + '.' + item.code())
                .collect(Collectors.toSet());
    }

    /** 8700001 as 〒870-0001. */
    private static String postalCode(String digits) {
        return digits.length() == 7 ? "〒" + digits.substring(0, 3) + '-' + digits.substring(3) : digits;
    }

    /** 0930 as 9:30; what has not this form stays as it is. */
    static String time(String digits) {
        return digits.length() == 4 ? Integer.parseInt(digits.substring(0, 2)) + ":" + digits.substring(2) : digits;
    }

    /**
     * All of these, but the boxes of one question, 麻痺等の有無(左上肢) and the like, as one entry: those that are ticked, or that
     * none is.
     */
    static List<Entry> gathered(List<Value> values) {
        Map<String, List<String>> ticked = new LinkedHashMap<>();
        List<Entry> entries = new ArrayList<>();
        for (Value one : values) {
            Box box = Box.of(one.item());
            if (box == null) {
                entries.add(of(one));
                continue;
            }
            if (!ticked.containsKey(box.question())) {
                entries.add(new Entry(box.question(), "", false));
            }
            List<String> boxes = ticked.computeIfAbsent(box.question(), key -> new ArrayList<>());
            if (Boolean.TRUE.equals(one.value())) {
                boxes.add(box.label());
            }
        }
        entries.replaceAll(
                entry -> ticked.containsKey(entry.name()) && entry.value().isEmpty()
                        ? new Entry(entry.name(), boxes(ticked.get(entry.name())), false)
                        : entry);
        return List.copyOf(entries);
    }

    private static String boxes(List<String> ticked) {
        return ticked.isEmpty() ? ScreenText.text("entry.none") : String.join("、", ticked);
    }

    @Override
    public String toString() {
        return "Entry[" + name + "]";
    }
}
