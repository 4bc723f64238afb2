package kaigo.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.chrono.JapaneseDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A million numbers and dates each, read by our rules and by a slow reading that shares no code with them. */
@Tag("long")
class MillionTest {

    private static final int TIMES = 1_000_000;
    private static final String VALUES = "0123456789ABCDEFGHJKLMNPRSTUVWXYZ";
    private static final DateTimeFormatter DAY = strict("uuuuMMdd");
    private static final DateTimeFormatter SECOND = strict("uuuuMMddHHmmss");

    private final SplittableRandom random = new SplittableRandom(20261122);

    @Test
    void my_numbers() {
        compare(() -> digits(12), MyNumber::hasCheckDigit, MillionTest::isMyNumber);
    }

    @Test
    void insurer_numbers() {
        compare(() -> digits(6), InsurerNumber::hasCheckDigit, text -> text.matches("[0-9]{6}") && isModulus10(text));
    }

    @Test
    void office_numbers() {
        compare(
                () -> digits(2) + VALUES.charAt(random.nextInt(VALUES.length())) + digits(7),
                OfficeNumber::hasCheckDigit,
                text -> text.matches("[0-9]{2}[0-9A-HJ-NPR-Z][0-9]{7}") && isModulus10(text));
    }

    @Test
    void insured_numbers() {
        compare(
                () -> random.nextInt(4) == 0 ? "H" + digits(9) : digits(9 + random.nextInt(3)),
                InsuredNumber::hasForm,
                text -> text.matches("[0-9]{10}|H[0-9]{9}"));
    }

    @Test
    void days() {
        compare(() -> day(), YyyyMmDd::isDate, text -> isRead(text, DAY));
    }

    @Test
    void seconds() {
        compare(() -> day() + below(27) + below(63) + below(63), YyyyMmDd::isTimestamp, text -> isRead(text, SECOND));
    }

    @Test
    void every_day_from_meiji_6_to_2100_in_both_calendars() {
        DateTimeFormatter wareki = DateTimeFormatter.ofPattern("Gy年M月d日", Locale.JAPAN);
        LocalDate day = LocalDate.of(1873, 1, 1);
        for (; day.getYear() <= 2100; day = day.plusDays(1)) {
            String slow = wareki.format(JapaneseDate.from(day)).replaceFirst("(?<=\\p{IsHan})1年", "元年");
            assertThat(JapaneseDates.wareki(day)).isEqualTo(slow);
            assertThat(JapaneseDates.parse(slow)).contains(day);
        }
    }

    private void compare(Supplier<String> texts, Predicate<String> ours, Predicate<String> slow) {
        int good = 0;
        for (int i = 0; i < TIMES; i++) {
            String text = texts.get();
            boolean expected = slow.test(text);
            if (ours.test(text) != expected) {
                throw new AssertionError(text + " should be " + expected);
            }
            good += expected ? 1 : 0;
        }
        assertThat(good).isBetween(TIMES / 100, TIMES * 99 / 100);
    }

    /** Now and then another character, as people and programs slip. */
    private String digits(int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append((char) ('0' + random.nextInt(10)));
        }
        if (random.nextInt(20) == 0) {
            text.setCharAt(random.nextInt(length), "A９ -Hz/:I".charAt(random.nextInt(9)));
        }
        return text.toString();
    }

    private String day() {
        return digits(4) + below(14) + below(33);
    }

    private String below(int bound) {
        return "%02d".formatted(random.nextInt(bound));
    }

    /** The order of the ministry's ordinance: P1 is the last digit before the check digit, Qn = n + 1 or n − 5. */
    private static boolean isMyNumber(String text) {
        if (!text.matches("[0-9]{12}") || text.equals("000000000000")) {
            return false;
        }
        String reversed = new StringBuilder(text.substring(0, 11)).reverse().toString();
        int sum = 0;
        for (int n = 1; n <= 11; n++) {
            sum += Integer.parseInt(reversed.substring(n - 1, n)) * (n <= 6 ? n + 1 : n - 5);
        }
        String check = sum % 11 <= 1 ? "0" : String.valueOf(11 - sum % 11);
        return text.endsWith(check);
    }

    /** With its check digit, every product's digits added up end in 0. */
    private static boolean isModulus10(String text) {
        String reversed = new StringBuilder(text).reverse().toString();
        int sum = 0;
        for (int i = 0; i < reversed.length(); i++) {
            String product = String.valueOf(VALUES.indexOf(reversed.charAt(i)) * (i % 2 == 0 ? 1 : 2));
            sum += product.chars().map(Character::getNumericValue).sum();
        }
        return sum % 10 == 0;
    }

    private static boolean isRead(String text, DateTimeFormatter formatter) {
        try {
            return LocalDate.parse(text, formatter).getYear() >= 1;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static DateTimeFormatter strict(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    }
}
