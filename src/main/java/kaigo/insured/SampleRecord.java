package kaigo.insured;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kaigo.insured.load.PersonTarget;
import kaigo.layout.Layout;
import kaigo.layout.LayoutItem;
import kaigo.layout.Layouts;
import kaigo.layout.Target.Column;
import kaigo.layout.items.M01;
import kaigo.shared.UpdateType;
import org.jspecify.annotations.Nullable;

/**
 * 送るレコードの見本: the data record of M01 as the municipality sent it last, with another 更新区分情報. What the platform does
 * not hold, or must not show, is a word in brackets: 連番, 更新日時, マイナンバー.
 */
final class SampleRecord {

    private static final Layout LAYOUT = Layouts.newest("M01").orElseThrow();

    private static final Map<Integer, String> COLUMNS = Stream.concat(
                    PersonTarget.TARGET.keys().stream(), PersonTarget.TARGET.columns().stream())
            .collect(Collectors.toUnmodifiableMap(column -> LAYOUT.position(column.item()), Column::name));

    private SampleRecord() {}

    /** @param person the row of {@code insured.person}, by column */
    static List<String> lines(Map<String, @Nullable Object> person, List<UpdateType> types) {
        return types.stream().map(type -> line(person, type)).toList();
    }

    private static String line(Map<String, @Nullable Object> person, UpdateType type) {
        return LAYOUT.items().stream()
                .map(item -> quoted(value(item, person, type)))
                .collect(Collectors.joining(",", "2,〔連番〕,", ""));
    }

    private static String value(LayoutItem item, Map<String, @Nullable Object> person, UpdateType type) {
        int position = item.position();
        if (position == LAYOUT.position(M01.UPDATE_TYPE)) {
            return type.code();
        }
        if (position == LAYOUT.position(M01.INSURER_NUMBER)) {
            return text(person.get("insurer_number"));
        }
        if (position == LAYOUT.position(M01.SOURCE_UPDATED_AT)) {
            return "〔更新日時〕";
        }
        if (position == LAYOUT.position(M01.MY_NUMBER)) {
            return type == UpdateType.DELETE ? "" : "〔マイナンバー〕";
        }
        return text(person.get(COLUMNS.getOrDefault(position, "")));
    }

    private static String text(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Boolean flag -> flag ? "1" : "0";
            case LocalDate date -> date.toString().replace("-", "");
            default -> value.toString();
        };
    }

    private static String quoted(String value) {
        boolean plain = value.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? value : '"' + value.replace("\"", "\"\"") + '"';
    }
}
