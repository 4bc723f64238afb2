package kaigo.screens;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** 表計算のための CSV: what a spreadsheet gets runs nothing, whoever typed it. */
class SpreadsheetCsvTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=HYPERLINK(1)",
                "+81-97-000-0000",
                "-1+cmd|' /C calc'!A0",
                "@SUM(1)",
                "\t=1",
                "\r=1",
                "\n=1",
                "\0=1",
                "＝1+1",
                "＋1",
                "－1",
                "＠SUM(1)",
                "-",
                "--1"
            })
    void what_begins_like_a_formula_is_text(String cell) throws IOException {
        assertThat(written(cell)).isIn("'" + cell, "\"'" + cell + "\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-5", "-0.25", "12", "0000000001", "架空　太郎", "a=1", "1-2", "", "2026-11-20"})
    void all_else_stays_as_it_is(String cell) throws IOException {
        assertThat(written(cell)).isEqualTo(cell);
    }

    private static String written(String cell) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        SpreadsheetCsv.write(out, csv -> csv.writeRecord(List.of(cell, "end")));
        String line = out.toString(StandardCharsets.UTF_8);
        return line.substring(1, line.length() - ",end\r\n".length());
    }
}
