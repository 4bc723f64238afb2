package kaigo.layout;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** CSV: UTF-8 without BOM, CRLF, quotes where they are needed. */
final class CsvSink implements RecordSink {
    private final CsvWriter csv;
    private int number = 1;

    CsvSink(OutputStream out) {
        csv = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.CRLF)
                .autoFlush(false)
                .build(out, StandardCharsets.UTF_8);
    }

    @Override
    public void control(Control control) {
        var line = csv.writeRecord().writeField("1").writeField("1");
        ControlItems.of(control).forEach(line::writeField);
        line.endRecord();
    }

    @Override
    public void record(Row row) {
        number++;
        @Nullable String[] fields = new @Nullable String[row.layout().size() + 2];
        fields[0] = "2";
        fields[1] = String.valueOf(number);
        for (int i = 0; i < row.layout().size(); i++) {
            fields[i + 2] = row.text(i);
        }
        csv.writeRecord(fields);
    }

    /** A row of a sheet, with the key of its record in front. */
    void row(List<@Nullable String> key, Row row) {
        for (int i = 0; i < key.size(); i++) {
            row.text(i, key.get(i));
        }
        record(row);
    }

    @Override
    public void close() {
        csv.writeRecord("3", String.valueOf(number + 1));
        try {
            csv.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
