package kaigo.screens;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * 表計算のための CSV: UTF-8 with the mark without which a spreadsheet does not take it for UTF-8, lines end with CRLF, and no
 * cell runs as a formula. For people alone: what a machine reads is never changed.
 */
public final class SpreadsheetCsv {

    private static final byte[] MARK = "\uFEFF".getBytes(StandardCharsets.UTF_8);

    /** By what a spreadsheet knows a formula (OWASP ASVS 5.0, V1.2.10), in both widths. */
    private static final String FORMULA = "=+-@\t\r\n\0＝＋－＠";

    private static final Pattern NEGATIVE = Pattern.compile("-[0-9]+(\\.[0-9]+)?");

    private final CsvWriter csv;

    private SpreadsheetCsv(CsvWriter csv) {
        this.csv = csv;
    }

    /** Writes what {@code records} writes; memory does not grow with it. Closing {@code out} is the caller's. */
    public static void write(OutputStream out, Consumer<SpreadsheetCsv> records) throws IOException {
        out.write(MARK);
        CsvWriter csv = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.CRLF)
                .autoFlush(false)
                .build(out, StandardCharsets.UTF_8);
        records.accept(new SpreadsheetCsv(csv));
        csv.flush();
    }

    public void writeRecord(@Nullable String... cells) {
        csv.writeRecord(Arrays.stream(cells).map(SpreadsheetCsv::harmless).toArray(String[]::new));
    }

    public void writeRecord(List<String> cells) {
        writeRecord(cells.toArray(String[]::new));
    }

    /** A negative number stays one. */
    private static @Nullable String harmless(@Nullable String cell) {
        if (cell == null || cell.isEmpty() || FORMULA.indexOf(cell.charAt(0)) < 0) {
            return cell;
        }
        return NEGATIVE.matcher(cell).matches() ? cell : "'" + cell;
    }
}
