package kaigo.intake;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kaigo.shared.InsurerNumber;

/**
 * 受付番号 {@code 442012-20261122-000001} (interface.md 9.6, proposed, ours).
 *
 * @param number yyyyMMdd × 1,000,000 + number of the day, as the database keeps it
 */
public record Receipt(InsurerNumber insurer, long number) {

    private static final long A_DAY = 1_000_000L;
    private static final Pattern FORM = Pattern.compile("([0-9]{6})-([0-9]{8})-([0-9]{6})");

    public static Receipt of(InsurerNumber insurer, LocalDate day, int numberOfDay) {
        if (numberOfDay < 1 || numberOfDay >= A_DAY) {
            throw new IllegalStateException("an insurer has at most 999,999 receipts a day");
        }
        return new Receipt(insurer, first(day) + numberOfDay);
    }

    public static Optional<Receipt> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        long number = Long.parseLong(matcher.group(2)) * A_DAY + Long.parseLong(matcher.group(3));
        return Optional.of(new Receipt(new InsurerNumber(matcher.group(1)), number));
    }

    /** The day of the reception. */
    public LocalDate day() {
        return LocalDate.parse(Long.toString(number / A_DAY), DateTimeFormatter.BASIC_ISO_DATE);
    }

    /** The number before the first receipt of a day. */
    static long first(LocalDate day) {
        return Long.parseLong(day.format(DateTimeFormatter.BASIC_ISO_DATE)) * A_DAY;
    }

    /** The last number that a receipt of the day can have. */
    static long last(LocalDate day) {
        return first(day) + A_DAY - 1;
    }

    @Override
    public String toString() {
        return insurer.value() + "-" + number / A_DAY + "-" + String.format("%06d", number % A_DAY);
    }
}
