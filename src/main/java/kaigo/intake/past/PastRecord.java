package kaigo.intake.past;

import java.time.Instant;
import java.util.List;
import kaigo.layout.LayoutItem;
import kaigo.layout.Sheet;
import org.jspecify.annotations.Nullable;

/**
 * 登録内容: one record as it was shown at an instant. Items without a value are left out.
 *
 * @param registeredAt since when it was shown so
 * @param sentAt 更新日時 of the record that brought it
 */
public record PastRecord(Instant registeredAt, Instant sentAt, List<Value> values, List<Rows> sheets) {

    /**
     * @param name 項目名, or the code of an item that the newest layout does not have
     * @param item null for such a one
     * @param value text, LocalDate, Instant, Boolean or a number
     */
    public record Value(String name, @Nullable LayoutItem item, Object value) {}

    /** The rows of one sheet. */
    public record Rows(Sheet sheet, List<List<Value>> rows) {}
}
