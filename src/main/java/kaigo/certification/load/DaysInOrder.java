package kaigo.certification.load;

import java.time.LocalDate;
import java.util.List;
import kaigo.layout.ErrorId;
import kaigo.layout.Findings;
import kaigo.layout.Item.DateItem;
import kaigo.layout.Row;
import org.jspecify.annotations.Nullable;

/** Days that follow each other: one that is before the last known one is W4006. Absent days are passed over. */
record DaysInOrder(List<DateItem> items) {

    void check(Row row, Findings findings) {
        @Nullable DateItem lastItem = null;
        @Nullable LocalDate last = null;
        for (DateItem item : items) {
            LocalDate day = row.get(item);
            if (day == null) {
                continue;
            }
            if (last != null && lastItem != null && day.isBefore(last)) {
                findings.add(
                        ErrorId.W4006,
                        row.layout().item(lastItem.code()),
                        row.layout().item(item.code()).name());
            }
            lastItem = item;
            last = day;
        }
    }
}
