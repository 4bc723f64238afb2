package kaigo.layout;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/**
 * 連携ファイル: reads the records of a file or an API body one by one, CSV or NDJSON as its first character tells, in
 * memory that does not grow with the file. What makes the file as a whole unusable is thrown as {@link UnusableFile},
 * possibly after records were handed out (a wrong count shows only at the end): a reception reads it through once.
 * What is wrong with one record is a finding of that record.
 */
public final class RecordFile implements AutoCloseable {
    private final StrictUtf8Reader reader;
    private final Form form;
    private final RecordSource source;
    private final Control control;
    private final Layout layout;
    private final Limits limits;
    private int dataRecords;
    private boolean ended;

    private RecordFile(InputStream in, ReadOptions options) throws IOException {
        limits = options.limits();
        reader = new StrictUtf8Reader(in, limits.bytes());
        int first = reader.firstByte();
        if (first < 0) {
            throw new UnusableFile(ErrorId.E1005, 1, Detail.EMPTY_FILE);
        }
        form = first == '{' ? Form.NDJSON : Form.CSV;
        source = switch (form) {
            case CSV -> new CsvSource(reader, limits);
            case NDJSON -> new NdjsonSource(reader, options);
        };
        control = source.control();
        layout = options.accepted().stream()
                .filter(l -> l.interfaceId().equals(control.interfaceId())
                        && l.version().equals(control.version()))
                .findFirst()
                .orElseThrow(() -> new UnusableFile(ErrorId.E1009, 1, control.interfaceId(), control.version()));
    }

    /**
     * Opens the file and reads its control record.
     *
     * @throws UnusableFile E1003, E1004, E1005, E1009, E1012
     */
    public static RecordFile open(InputStream in, ReadOptions options) {
        try {
            return new RecordFile(in, options);
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
     * @throws UnusableFile E1003, E1004, E1005, E1006, E1012, E1013
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
            reader.close();
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
