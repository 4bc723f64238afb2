package kaigo.screens;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** 表計算のための CSV: UTF-8 with the mark without which a spreadsheet does not take it for UTF-8, lines end with CRLF. */
public final class SpreadsheetCsv {

    private static final byte[] MARK = "\uFEFF".getBytes(StandardCharsets.UTF_8);

    private SpreadsheetCsv() {}

    /** Writes what {@code records} writes; memory does not grow with it. Closing {@code out} is the caller's. */
    public static void write(OutputStream out, Consumer<CsvWriter> records) throws IOException {
        out.write(MARK);
        CsvWriter csv = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.CRLF)
                .autoFlush(false)
                .build(out, StandardCharsets.UTF_8);
        records.accept(csv);
        csv.flush();
    }
}
