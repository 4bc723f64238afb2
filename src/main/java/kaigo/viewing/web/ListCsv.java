package kaigo.viewing.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.function.Consumer;
import kaigo.screens.Moments;
import kaigo.screens.ScreenText;
import kaigo.screens.SpreadsheetCsv;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** 一覧の CSV. A list that is longer than the file says so before, and in the file's name: a line in it would read as a person. */
final class ListCsv {

    static final int ROWS = 10_000;

    private ListCsv() {}

    /** What the page says of a list of so many; null if the file has them all. */
    static @Nullable String notice(int total) {
        return total > ROWS ? ScreenText.text("users.csv.cut", Moments.count(total), Moments.count(ROWS)) : null;
    }

    static void send(String name, int total, HttpServletResponse response, Consumer<SpreadsheetCsv> records)
            throws IOException {
        String file = total > ROWS ? name + "-first-" + ROWS + "-of-" + total : name;
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + file + ".csv\"");
        try (OutputStream out = response.getOutputStream()) {
            SpreadsheetCsv.write(out, records);
        }
    }
}
