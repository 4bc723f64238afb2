package kaigo.shared;

import java.time.LocalDate;
import java.time.Month;
import java.time.chrono.IsoChronology;
import org.jspecify.annotations.Nullable;

/**
 * 年月日 of the interfaces: yyyyMMdd and yyyyMMddHHmmss in half-width digits (types D and T of issue note "interface" 8.1
 * and 9.4). Made for the load: no exceptions, and nothing is allocated but the date itself.
 */
public final class YyyyMmDd {

    private static final int DATE = 8;
    private static final int TIMESTAMP = 14;

    private YyyyMmDd() {}

    /** The date, or null unless the text is eight digits that name a real day of the years 1 to 9999. */
    public static @Nullable LocalDate parse(CharSequence text) {
        return isDate(text) ? LocalDate.of(number(text, 0, 4), number(text, 4, 6), number(text, 6, 8)) : null;
    }

    public static boolean isDate(CharSequence text) {
        return text.length() == DATE && Text.isDigits(text) && beginsWithDate(text);
    }

    public static boolean isTimestamp(CharSequence text) {
        return text.length() == TIMESTAMP
                && Text.isDigits(text)
                && beginsWithDate(text)
                && number(text, 8, 10) < 24
                && number(text, 10, 12) < 60
                && number(text, 12, 14) < 60;
    }

    /** Eight digits. The year must lie between 1 and 9999. */
    public static String format(LocalDate date) {
        if (date.getYear() < 1 || date.getYear() > 9999) {
            throw new IllegalArgumentException("yyyyMMdd: the year must lie between 1 and 9999");
        }
        int number = (date.getYear() * 100 + date.getMonthValue()) * 100 + date.getDayOfMonth();
        String digits = Integer.toString(number);
        return "0".repeat(DATE - digits.length()) + digits;
    }

    static boolean isRealDay(int year, int month, int day) {
        return year >= 1
                && year <= 9999
                && month >= 1
                && month <= 12
                && day >= 1
                && day <= Month.of(month).length(IsoChronology.INSTANCE.isLeapYear(year));
    }

    private static boolean beginsWithDate(CharSequence text) {
        return isRealDay(number(text, 0, 4), number(text, 4, 6), number(text, 6, 8));
    }

    private static int number(CharSequence text, int begin, int end) {
        int number = 0;
        for (int i = begin; i < end; i++) {
            number = number * 10 + text.charAt(i) - '0';
        }
        return number;
    }
}
