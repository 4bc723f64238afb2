package kaigo.layout;

import java.io.OutputStream;
import java.util.Map;
import java.util.function.Function;

/**
 * 連携ファイルの書き出し: control record, records as they come, end. The result is a machine's file: a value that begins
 * with {@code = + - @} is written as it is, for every mark in front of it would come back as content. A spreadsheet can
 * run nothing from P01, whose texts are all ours and begin with none of them.
 */
public final class RecordWriter implements AutoCloseable {
    private final RecordSink sink;
    private final Layout layout;
    private final int announced;
    private int written;

    private RecordWriter(RecordSink sink, Layout layout, int announced) {
        this.sink = sink;
        this.layout = layout;
        this.announced = announced;
    }

    /** Writes the control record, whose data count must be the number of records that follow. */
    public static RecordWriter open(OutputStream out, Form form, Control control, Layout layout) {
        RecordSink sink = switch (form) {
            case CSV -> new CsvSink(out);
            case NDJSON -> new NdjsonSink(out);
        };
        sink.control(control);
        return new RecordWriter(sink, layout, control.dataCount());
    }

    /**
     * Writes a set of CSV files, and the control record of each.
     *
     * @param files opens the file of a part by its letter
     * @param control of the interface; its data count is that of part A
     * @param counts rows of every part by its letter
     */
    public static RecordWriter openSet(
            Function<String, OutputStream> files, Control control, Layout layout, Map<String, Integer> counts) {
        RecordSink sink = new CsvSetSink(files, layout, counts);
        sink.control(control);
        return new RecordWriter(sink, layout, control.dataCount());
    }

    /** The 連番 is counted here; the row's own number is not looked at. */
    public void write(Row row) {
        if (row.layout() != layout) {
            throw new IllegalArgumentException("a record of " + row.layout().id() + " in a file of " + layout.id());
        }
        sink.record(row);
        written++;
    }

    /** @throws IllegalStateException if the control record announced another number of records */
    @Override
    public void close() {
        sink.close();
        if (written != announced) {
            throw new IllegalStateException(announced + " records announced, " + written + " written");
        }
    }
}
