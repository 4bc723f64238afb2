package kaigo.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import kaigo.shared.Days;
import org.jspecify.annotations.Nullable;

/**
 * The demo's day: kept in the data folder, so that the fictitious country stays in its own time; its clock runs on from
 * that day (settled 12).
 *
 * @param asOf the country's day at the first start
 * @param begun the real instant of the first start
 */
record DemoDate(LocalDate asOf, Instant begun) {

    private static final String FILE = "as-of.txt";

    /** Whether this is the data folder of a demo. */
    static boolean isIn(Path folder) {
        return Files.exists(folder.resolve(FILE));
    }

    static DemoDate openOrCreate(Path folder, @Nullable LocalDate wanted) throws IOException {
        Path file = folder.resolve(FILE);
        if (Files.exists(file)) {
            String[] parts = Files.readString(file).strip().split(" ", -1);
            return new DemoDate(LocalDate.parse(parts[0]), Instant.parse(parts[1]));
        }
        Instant now = Clock.systemUTC().instant();
        DemoDate date = new DemoDate(wanted == null ? Days.of(now) : wanted, now);
        Files.writeString(file, date.asOf + " " + date.begun + "\n");
        return date;
    }

    /** Shows {@link #asOf} at the time of day of the first start, and goes on from there. */
    Clock clock() {
        ZonedDateTime shown = begun.atZone(Days.JAPAN).with(asOf);
        return Clock.offset(Clock.systemUTC(), Duration.between(begun, shown.toInstant()));
    }
}
