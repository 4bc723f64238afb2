package kaigo.layout;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** CSV: control record 1, data records 2 with a running 連番, end record 3. */
final class CsvSource implements RecordSource {
    private static final int TYPE_AND_NUMBER = 2;
    private static final int FASTCSV_SMALLEST_BUFFER = 16 * 1024;
    /** Most values of a 調査票 are codes of one digit: these need no string of their own. */
    private static final String[] OF_ONE_CHARACTER =
            IntStream.range(0, 128).mapToObj(Character::toString).toArray(String[]::new);

    private final Fields fields;
    private final CloseableIterator<Fields> records;
    private int number = 1;

    CsvSource(StrictUtf8Reader reader, Limits limits) {
        fields = new Fields(limits);
        records = CsvReader.builder()
                .allowExtraFields(true)
                .allowMissingFields(true)
                .allowUnclosedQuote(false)
                .maxBufferSize(Math.max(limits.recordLength(), FASTCSV_SMALLEST_BUFFER))
                .build(fields, reader)
                .iterator();
    }

    @Override
    public Control control() {
        if (!advance() || !"1".equals(fields.values[0])) {
            throw new UnusableFile(ErrorId.E1005, 1, Detail.FIRST_RECORD);
        }
        requireNumber();
        if (fields.count != TYPE_AND_NUMBER + ControlItems.CODES.size()) {
            throw new UnusableFile(ErrorId.E1005, 1, Detail.CONTROL_ITEM, "項目数");
        }
        return ControlItems.parse(Arrays.copyOfRange(fields.values, TYPE_AND_NUMBER, fields.count));
    }

    @Override
    public @Nullable Row next(Layout layout) {
        if (!advance()) {
            Detail detail = number == 1 ? Detail.NOTHING_FOLLOWS : Detail.END_MISSING;
            throw new UnusableFile(ErrorId.E1013, fields.line, detail);
        }
        number++;
        String type = fields.values[0];
        if ("2".equals(type)) {
            requireNumber();
            return row(layout);
        }
        if (!"3".equals(type)) {
            throw new UnusableFile(ErrorId.E1012, fields.line, Detail.RECORD_TYPE);
        }
        end();
        return null;
    }

    @Override
    public void close() throws IOException {
        records.close();
    }

    private Row row(Layout layout) {
        Row row = new Row(layout, number, fields.line);
        if (fields.count == TYPE_AND_NUMBER + layout.size()) {
            row.fill(fields.values, TYPE_AND_NUMBER);
        } else {
            fillKey(row);
            row.findings()
                    .add(ErrorId.E1007, String.valueOf(TYPE_AND_NUMBER + layout.size()), String.valueOf(fields.count));
        }
        return row;
    }

    /** The key stands in front: most often it can be read of a record that breaks off. */
    private void fillKey(Row row) {
        for (LayoutItem item : row.layout().key()) {
            int column = TYPE_AND_NUMBER + item.position();
            row.text(item.position(), column < fields.count ? fields.values[column] : null);
        }
    }

    private void end() {
        if (fields.count != TYPE_AND_NUMBER || !isNumber()) {
            throw new UnusableFile(ErrorId.E1013, fields.line, Detail.END_NUMBER);
        }
        if (advance()) {
            throw new UnusableFile(ErrorId.E1013, fields.line, Detail.AFTER_END);
        }
    }

    private boolean advance() {
        try {
            boolean more = records.hasNext();
            if (more) {
                records.next();
            }
            return more;
        } catch (CsvParseException e) {
            // The library wraps what its reader and handler throw; its own message may quote the file and is not kept.
            if (e.getCause() instanceof UnusableFile unusable) {
                throw unusable;
            }
            throw new UnusableFile(ErrorId.E1012, fields.line, Detail.QUOTE);
        }
    }

    private void requireNumber() {
        if (!isNumber()) {
            throw new UnusableFile(ErrorId.E1005, fields.line, Detail.SEQUENCE, String.valueOf(number));
        }
    }

    private boolean isNumber() {
        String given = fields.values[1];
        return given != null && ItemCheck.isInt(given) && Integer.parseInt(given) == number;
    }

    /** The fields of the record being read, kept in one place that every record uses again. */
    private static final class Fields extends AbstractBaseCsvCallbackHandler<Fields> {
        private final Limits limits;
        private final @Nullable String[] values;
        private int count;
        private int length;
        private long line = 1;

        Fields(Limits limits) {
            this.limits = limits;
            this.values = new @Nullable String[limits.columns()];
        }

        @Override
        protected void handleBegin(long startingLineNumber) {
            line = startingLineNumber;
            count = 0;
            length = 0;
            values[0] = null;
            values[1] = null;
        }

        @Override
        protected void handleField(int index, char[] buffer, int offset, int size, boolean quoted) {
            length += size + 1;
            if (index >= limits.columns()) {
                throw new UnusableFile(ErrorId.E1012, line, Detail.TOO_MANY_COLUMNS);
            }
            if (length > limits.recordLength()) {
                throw new UnusableFile(ErrorId.E1012, line, Detail.TOO_LONG);
            }
            values[index] = value(buffer, offset, size);
            count = index + 1;
        }

        private static @Nullable String value(char[] buffer, int offset, int size) {
            if (size == 0) {
                return null;
            }
            return size == 1 && buffer[offset] < OF_ONE_CHARACTER.length
                    ? OF_ONE_CHARACTER[buffer[offset]]
                    : new String(buffer, offset, size);
        }

        @Override
        protected Fields buildRecord() {
            return this;
        }
    }
}
