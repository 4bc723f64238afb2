package kaigo.accesslog;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** 位置: where an entry stands in a log, which begins with the newest. Written as {@code microseconds-stream-number}. */
public record Place(Instant at, short stream, long number) {

    static final Comparator<Place> NEWEST_FIRST = Comparator.comparing(Place::at)
            .thenComparing(Place::stream)
            .thenComparing(Place::number)
            .reversed();

    private static final Pattern FORM = Pattern.compile("([0-9]{1,16})-([0-9]{1,4})-([0-9]{1,18})");

    /** Behind everything that was written before an instant. */
    static Place before(Instant instant) {
        return new Place(instant, (short) 0, 0);
    }

    public static Optional<Place> parse(String text) {
        Matcher parts = FORM.matcher(text);
        return parts.matches()
                ? Optional.of(new Place(
                        Instant.EPOCH.plus(Long.parseLong(parts.group(1)), ChronoUnit.MICROS),
                        Short.parseShort(parts.group(2)),
                        Long.parseLong(parts.group(3))))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at) + "-" + stream + "-" + number;
    }
}
