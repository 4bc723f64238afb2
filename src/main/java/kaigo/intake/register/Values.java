package kaigo.intake.register;

import java.util.List;
import kaigo.layout.Item;
import kaigo.layout.Layout;
import kaigo.layout.Row;
import kaigo.layout.Target.Column;
import org.jspecify.annotations.Nullable;

/** The values of a record as its table's columns take them. */
final class Values {

    private Values() {}

    static void write(CopyRows rows, Row row, List<Column> columns) {
        Layout layout = row.layout();
        for (int i = 0; i < columns.size(); i++) {
            Item item = columns.get(i).item();
            int position = layout.position(item);
            String value = position < 0 ? null : row.text(position);
            rows.text(item instanceof Item.TimestampItem ? timestamp(value) : value);
        }
    }

    /** yyyyMMddHHmmss as sent, in Japan's time, in a form that the database reads. */
    static @Nullable String timestamp(@Nullable String sent) {
        return sent == null ? null : sent.substring(0, 8) + " " + sent.substring(8) + "+09";
    }
}
