package kaigo.screens;

import java.time.Instant;
import java.time.ZonedDateTime;
import kaigo.shared.Days;
import kaigo.shared.JapaneseDates;
import org.jspecify.annotations.Nullable;

/** 日時の表示. */
public final class Moments {

    private Moments() {}

    /** 令和8年11月20日（2026/11/20） 9:05, or a dash. */
    public static String show(@Nullable Instant instant) {
        if (instant == null) {
            return "—";
        }
        ZonedDateTime local = instant.atZone(Days.JAPAN);
        return "%s %d:%02d".formatted(JapaneseDates.both(local.toLocalDate()), local.getHour(), local.getMinute());
    }

    /** 12,345. */
    public static String count(long number) {
        return String.format("%,d", number);
    }
}
