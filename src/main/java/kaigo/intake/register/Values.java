package kaigo.intake.register;

import java.util.List;
import kaigo.layout.Item;
import kaigo.layout.Layout;
import kaigo.layout.Row;
import kaigo.layout.Target.Column;
import org.jspecify.annotations.Nullable;

/** The values of a record as its table's columns take them. On the hot path: where they stand is asked once a layout. */
final class Values {

    private final List<Column> columns;
    private final boolean[] timestamps;
    private final int[] positions;
    private @Nullable Layout layout;

    Values(List<Column> columns) {
        this.columns = columns;
        this.positions = new int[columns.size()];
        this.timestamps = new boolean[columns.size()];
        for (int i = 0; i < timestamps.length; i++) {
            timestamps[i] = columns.get(i).item() instanceof Item.TimestampItem;
        }
    }

    void write(CopyRows rows, Row row) {
        if (row.layout() != layout) {
            find(row.layout());
        }
        for (int i = 0; i < positions.length; i++) {
            String value = positions[i] < 0 ? null : row.text(positions[i]);
            rows.text(timestamps[i] ? timestamp(value) : value);
        }
    }

    private void find(Layout given) {
        for (int i = 0; i < positions.length; i++) {
            positions[i] = given.position(columns.get(i).item());
        }
        layout = given;
    }

    /** yyyyMMddHHmmss as sent, in Japan's time, in a form that the database reads. */
    static @Nullable String timestamp(@Nullable String sent) {
        return sent == null ? null : sent.substring(0, 8) + " " + sent.substring(8) + "+09";
    }
}
