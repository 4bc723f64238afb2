package kaigo.accesslog;

import java.time.Instant;
import java.time.LocalDate;
import kaigo.shared.Days;
import org.jspecify.annotations.Nullable;

/**
 * 何を読むか: a part of a log, the newest first.
 *
 * @param from first day
 * @param until last day
 * @param of 被保険者番号 of an insured for the municipality, login for an institution, number of an insurer or institution for
 *     the operator; empty: everything
 * @param before goes on behind this place, or null
 * @param limit how many lines
 */
public record Question(
        LocalDate from,
        LocalDate until,
        String of,
        @Nullable Place before,
        int limit) {

    public Question(LocalDate from, LocalDate until, String of) {
        this(from, until, of, null, 50);
    }

    public Question behind(@Nullable Place place) {
        return new Question(from, until, of, place, limit);
    }

    public Question upTo(int lines) {
        return new Question(from, until, of, before, lines);
    }

    Instant begin() {
        return from.atStartOfDay(Days.JAPAN).toInstant();
    }

    /** The first place, with which everything of the last day comes after. */
    Place start() {
        Place end = Place.before(until.plusDays(1).atStartOfDay(Days.JAPAN).toInstant());
        return before != null && before.at().isBefore(end.at()) ? before : end;
    }
}
