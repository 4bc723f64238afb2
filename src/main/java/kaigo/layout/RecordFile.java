package kaigo.layout;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * 連携ファイル: reads the records of a file or an API body one by one, CSV or NDJSON as its first character tells, in
 * memory that does not grow with the file. What makes the file as a whole unusable is thrown as {@link UnusableFile},
 * possibly after records were handed out (a wrong count shows only at the end): a reception reads it through once.
 * What is wrong with one record is a finding of that record.
 */
public final class RecordFile implements AutoCloseable {
    private final Form form;
    private final RecordSource source;
    private final Control control;
    private final Layout layout;
    private final Limits limits;
    private int dataRecords;
    private boolean ended;

    private RecordFile(Form form, RecordSource source, ReadOptions options) throws IOException {
        this.form = form;
        this.source = source;
        this.limits = options.limits();
        this.control = source.control();
        this.layout = options.accepted().stream()
                .filter(l -> l.interfaceId().equals(control.interfaceId())
                        && l.version().equals(control.version()))
                .findFirst()
                .orElseThrow(() -> unsupported(control));
        if (form == Form.CSV && !layout.sheets().isEmpty() && !(source instanceof CsvSet)) {
            throw new UnusableFile(ErrorId.E1014, 0, Detail.SET_ALONE, layout.interfaceId());
        }
    }

    private static UnusableFile unsupported(Control control) {
        return control.interfaceId().length() > FileName.INTERFACE_LENGTH
                ? new UnusableFile(ErrorId.E1014, 0, Detail.SET_ALONE, control.interfaceId())
                : new UnusableFile(ErrorId.E1009, 1, control.interfaceId(), control.version());
    }

    /**
     * Opens the file and reads its control record.
     *
     * @throws UnusableFile E1003, E1004, E1005, E1009, E1012, E1014
     */
    public static RecordFile open(InputStream in, ReadOptions options) {
        try {
            StrictUtf8Reader reader = new StrictUtf8Reader(in, options.limits().bytes());
            int first = reader.firstByte();
            if (first < 0) {
                throw new UnusableFile(ErrorId.E1005, 1, Detail.EMPTY_FILE);
            }
            return first == '{'
                    ? new RecordFile(Form.NDJSON, new NdjsonSource(reader, options), options)
                    : new RecordFile(Form.CSV, new CsvSource(reader, options.limits()), options);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Opens a set of files (M08A to M08E) and reads their control records.
     *
     * @param parts by the letter of the part
     * @throws UnusableFile as {@link #open}
     */
    public static RecordFile openSet(SortedMap<String, InputStream> parts, ReadOptions options) {
        try {
            return new RecordFile(Form.CSV, new CsvSet(parts, options), options);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Control control() {
        return control;
    }

    public Layout layout() {
        return layout;
    }

    public Form form() {
        return form;
    }

    /** Data records handed out so far. */
    public int dataRecords() {
        return dataRecords;
    }

    /**
     * The next data record as sent, or null after the last.
     *
     * @throws UnusableFile E1003, E1004, E1005, E1006, E1012, E1013, E1014
     */
    public @Nullable Row next() {
        if (ended) {
            return null;
        }
        try {
            Row row = source.next(layout);
            if (row == null) {
                end();
            } else {
                count();
            }
            return row;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            source.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void count() {
        dataRecords++;
        if (dataRecords > limits.records()) {
            throw new UnusableFile(ErrorId.E1003, 0, Detail.TOO_MANY_RECORDS, String.valueOf(limits.records()));
        }
    }

    private void end() {
        ended = true;
        if (dataRecords != control.dataCount()) {
            throw new UnusableFile(ErrorId.E1006, 0, String.valueOf(control.dataCount()), String.valueOf(dataRecords));
        }
    }
}
