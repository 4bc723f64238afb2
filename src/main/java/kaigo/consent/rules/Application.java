package kaigo.consent.rules;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * 認定申請とその結果, as far as a consent rests on it (rulings 21).
 *
 * @param anew 新規 by law (法令区分): needs a consent of its own
 * @param validTo last day of the 有効期間, if it was certified
 * @param endedOn day of 却下, 取下げ or 非該当
 */
public record Application(
        LocalDate filedOn,
        boolean anew,
        @Nullable LocalDate validTo,
        @Nullable LocalDate endedOn) {

    public static Application pending(LocalDate filedOn, boolean anew) {
        return new Application(filedOn, anew, null, null);
    }

    public static Application certified(LocalDate filedOn, boolean anew, LocalDate validTo) {
        return new Application(filedOn, anew, validTo, null);
    }

    public static Application ended(LocalDate filedOn, boolean anew, LocalDate on) {
        return new Application(filedOn, anew, null, on);
    }

    /** Last day on which it bears a consent; while it is undecided, no end is known. */
    LocalDate lastDay() {
        if (validTo != null) {
            return validTo;
        }
        return endedOn == null ? LocalDate.MAX : endedOn;
    }

    boolean bears(LocalDate day) {
        return !day.isBefore(filedOn) && !day.isAfter(lastDay());
    }

    /** Not 新規 by law, filed by the day after that end, and longer. */
    boolean prolongs(LocalDate last) {
        return !anew && !filedOn.isAfter(last.plusDays(1)) && lastDay().isAfter(last);
    }
}
