package kaigo.shared;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/** 日: the platform's days, and the clocks of those who send to it, are Japan's (settled 8). */
public final class Days {

    public static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

    private Days() {}

    /** As answers say it: Japan's time, to the millisecond. */
    public static OffsetDateTime moment(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MILLIS).atZone(JAPAN).toOffsetDateTime();
    }

    /** The day in Japan. */
    public static LocalDate of(Instant instant) {
        return LocalDate.ofInstant(instant, JAPAN);
    }
}
