package kaigo.participants;

import java.time.LocalDate;
import java.util.List;
import kaigo.shared.InsurerNumber;
import org.jspecify.annotations.Nullable;

/**
 * 保険者: a municipality or a 広域連合 that runs the long-term-care insurance (rulings 30, 31).
 *
 * @param loadFrom first day on which 初期セットアップ files are taken, or null while preparing
 * @param dailyFrom first day of daily files, or null before the set-up is complete
 * @param startedOn 利用開始日, or null if not fixed
 * @param baseDate 基準日 that every 初期セットアップ file carries, or null for any
 * @param checkDigit false for test insurers with dummy numbers
 * @param acceptedVersions versions of the interface specification that this insurer sends, at most two
 */
public record Insurer(
        InsurerNumber number,
        String name,
        String prefecture,
        @Nullable LocalDate loadFrom,
        @Nullable LocalDate dailyFrom,
        @Nullable LocalDate startedOn,
        @Nullable LocalDate baseDate,
        boolean checkDigit,
        OutsideJisX0213 outsideJisX0213,
        List<String> acceptedVersions) {

    /** Settled 29. */
    public static final int VERSIONS_AT_ONCE = 2;

    /** What happens to a character outside JIS X 0213 (settled 31): E3004, or stored as sent with W3004. */
    public enum OutsideJisX0213 {
        REFUSE,
        MARK
    }

    /** A new one, with what holds unless somebody decides otherwise. */
    public static Insurer preparing(InsurerNumber number, String name, String prefecture) {
        return new Insurer(
                number, name, prefecture, null, null, null, null, true, OutsideJisX0213.MARK, List.of("2.02"));
    }

    /** The same insurer with the days of a finished set-up. */
    public Insurer with(@Nullable LocalDate daily, @Nullable LocalDate started) {
        return with(loadFrom, daily, started, baseDate);
    }

    /** The same insurer with the days of its set-up. */
    public Insurer with(
            @Nullable LocalDate load,
            @Nullable LocalDate daily,
            @Nullable LocalDate started,
            @Nullable LocalDate base) {
        return new Insurer(
                number, name, prefecture, load, daily, started, base, checkDigit, outsideJisX0213, acceptedVersions);
    }

    /** The same insurer, sending other versions. */
    public Insurer accepting(List<String> versions) {
        return new Insurer(
                number,
                name,
                prefecture,
                loadFrom,
                dailyFrom,
                startedOn,
                baseDate,
                checkDigit,
                outsideJisX0213,
                versions);
    }

    /** Whether 初期セットアップ files are taken on this day: from {@link #loadFrom} until the daily files begin. */
    public boolean takesInitialLoad(LocalDate today) {
        return loadFrom != null && !today.isBefore(loadFrom) && (dailyFrom == null || today.isBefore(dailyFrom));
    }

    /** Whether daily files and re-sends are taken on this day. */
    public boolean takesDaily(LocalDate today) {
        return dailyFrom != null && !today.isBefore(dailyFrom);
    }
}
