package kaigo.accesslog.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import kaigo.screens.ScreenText;
import kaigo.screens.SpreadsheetCsv;
import org.springframework.http.HttpHeaders;

/** 閲覧の記録の CSV, for a spreadsheet. */
final class LogFile {

    /** Lines of a file; more are asked for in parts. */
    static final int LINES = 5_000;

    private static final List<String> HEADINGS = List.of(
            "at", "who", "number", "jobs", "login", "what", "why", "persons", "count", "granted", "refused", "request");

    private static final List<String> WITH_REMOTE =
            Stream.concat(HEADINGS.stream(), Stream.of("remote")).toList();

    private LogFile() {}

    /** @param more there are more lines than these: said in a last one */
    static void send(List<Row> rows, boolean more, HttpServletResponse response) {
        send(rows, more, HEADINGS, response);
    }

    /** With 接続元, for the operator. */
    static void sendWithRemote(List<Row> rows, boolean more, HttpServletResponse response) {
        send(rows, more, WITH_REMOTE, response);
    }

    private static void send(List<Row> rows, boolean more, List<String> headings, HttpServletResponse response) {
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"access-log.csv\"");
        try (OutputStream out = response.getOutputStream()) {
            SpreadsheetCsv.write(out, csv -> write(csv, rows, more, headings));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(SpreadsheetCsv csv, List<Row> rows, boolean more, List<String> headings) {
        csv.writeRecord(headings.stream()
                .map(heading -> ScreenText.text("log.csv." + heading))
                .toList());
        rows.forEach(row -> csv.writeRecord(cells(row).limit(headings.size()).toList()));
        if (more) {
            csv.writeRecord(ScreenText.text("log.csv.more", LINES));
        }
    }

    private static Stream<String> cells(Row row) {
        return Stream.of(
                row.at(),
                row.who(),
                row.number(),
                row.jobs(),
                row.login(),
                row.what(),
                row.why() == null ? "" : row.why(),
                String.join(" ", row.persons()),
                row.count() == 0 ? String.valueOf(row.persons().size()) : String.valueOf(row.count()),
                String.join(" ", row.granted()),
                String.join(" ", row.refused()),
                row.requestId(),
                row.remote() == null ? "" : row.remote());
    }
}
