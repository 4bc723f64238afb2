package kaigo.opinion.rules;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;

/** よくある意見書作成料, by day (certification.md 2.7): a suggestion where the insurer has said nothing. Rows of {@code opinion/fees.csv}. */
public final class UsualFees {

    private static final NavigableMap<LocalDate, Fees> TABLE = read();

    private UsualFees() {}

    public static Fees on(LocalDate day) {
        return Objects.requireNonNullElse(TABLE.floorEntry(day), TABLE.firstEntry())
                .getValue();
    }

    private static NavigableMap<LocalDate, Fees> read() {
        NavigableMap<LocalDate, Fees> table = new TreeMap<>();
        try (var lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(UsualFees.class.getResourceAsStream("/opinion/fees.csv")),
                StandardCharsets.UTF_8))) {
            lines.lines().skip(1).map(line -> line.split(",")).forEach(row -> {
                Map<String, Integer> yen =
                        Map.of("11", yen(row[1]), "12", yen(row[2]), "21", yen(row[3]), "22", yen(row[4]));
                table.put(LocalDate.parse(row[0]), new Fees(yen, yen(row[5]), null, Map.of()));
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return table;
    }

    private static int yen(String text) {
        return Integer.parseInt(text);
    }
}
