package kaigo.intake.register;

import java.util.stream.Collectors;
import kaigo.intake.ResultRecords;
import kaigo.layout.LayoutItem;
import kaigo.layout.Row;
import org.jspecify.annotations.Nullable;

/**
 * The key of a record as {@code intake.result} keeps it.
 *
 * @param rest the parts beside 被保険者番号 and 履歴番号 ({@code 2026}), or null if the interface has none
 */
record ResultKey(
        @Nullable String insuredNumber,
        @Nullable String historyNo,
        @Nullable String rest) {

    static ResultKey of(Row row) {
        String rest = row.layout().key().stream()
                .filter(item ->
                        !item.code().equals("insuredNumber") && !item.code().equals("historyNo"))
                .map(item -> formed(item, row))
                .collect(Collectors.joining("/"));
        return new ResultKey(
                ResultRecords.insuredNumber(row), ResultRecords.historyNo(row), rest.isEmpty() ? null : rest);
    }

    /** Only what could be such a value: in a record with shifted columns a name could stand there. */
    private static String formed(LayoutItem item, Row row) {
        String value = row.text(item.position());
        boolean plain = value != null
                && value.length() <= item.maxLength()
                && value.chars().allMatch(c -> c < 128 && Character.isLetterOrDigit(c));
        return plain ? String.valueOf(value) : "";
    }
}
