package kaigo.shared;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * 和暦・西暦: reads the dates that people type and shows every date in both calendars (issue note "experience" 1.5). Stored
 * are ISO dates only. Days before 明治6年 (1873-01-01) are shown in the western calendar alone.
 */
public final class JapaneseDates {

    /** What people put between the numbers: a hyphen, also in the shapes that input methods give, slash, point. */
    private static final String MARK = "[-‐−ー/.]";

    private static final String NUMBER = " *(\\d{1,2}) *";
    private static final String AFTER_YEAR = "(?:年|" + MARK + ")" + NUMBER + "(?:月|" + MARK + ")" + NUMBER + "日?";

    private static final Pattern WESTERN = Pattern.compile("(\\d{4}) *" + AFTER_YEAR);
    private static final Pattern WITH_ERA =
            Pattern.compile("([明大昭平令]|明治|大正|昭和|平成|令和|[MTSHRmtshr]) *(元|\\d{1,2}) *" + AFTER_YEAR);

    private JapaneseDates() {}

    /**
     * The day that was typed: 19340611, 1934/6/11, 1934-06-11, 1934年6月11日, S9.6.11, 昭和9年6月11日, 令和元年5月1日, in half
     * or full width. Empty for everything else, also for days outside their era (平成31年5月1日).
     */
    public static Optional<LocalDate> parse(String typed) {
        String text = Text.trimBlank(Text.narrow(typed));
        Matcher western = WESTERN.matcher(text);
        if (western.matches()) {
            return westernDay(number(western, 1), number(western, 2), number(western, 3));
        }
        Matcher withEra = WITH_ERA.matcher(text);
        if (withEra.matches()) {
            int yearOfEra = withEra.group(2).equals("元") ? 1 : number(withEra, 2);
            return Era.named(withEra.group(1))
                    .flatMap(era -> era.day(yearOfEra, number(withEra, 3), number(withEra, 4)));
        }
        return Optional.ofNullable(YyyyMmDd.parse(text));
    }

    /** 令和8年11月22日（2026/11/22）. */
    public static String both(LocalDate date) {
        return Era.on(date)
                .map(era -> era.write(date) + "（" + slashed(date) + "）")
                .orElseGet(() -> slashed(date));
    }

    /** 令和8年11月22日, or 1872/12/31 where there is no 和暦. */
    public static String wareki(LocalDate date) {
        return Era.on(date).map(era -> era.write(date)).orElseGet(() -> slashed(date));
    }

    /** 令和8年11月（2026/11）. */
    public static String month(YearMonth month) {
        LocalDate first = month.atDay(1);
        String slashed = "%04d/%02d".formatted(month.getYear(), month.getMonthValue());
        return Era.on(first)
                .map(era -> before(era.write(first), '月') + "（" + slashed + "）")
                .orElse(slashed);
    }

    /** 令和8年度（2026年度） of the 年度 that begins on a day. */
    public static String fiscalYear(LocalDate first) {
        String western = first.getYear() + "年度";
        return Era.on(first)
                .map(era -> before(era.write(first), '年') + "度（" + western + "）")
                .orElse(western);
    }

    private static String before(String text, char last) {
        return text.substring(0, text.indexOf(last) + 1);
    }

    /** 2026/11/22. */
    public static String slashed(LocalDate date) {
        return "%04d/%02d/%02d".formatted(date.getYear(), date.getMonthValue(), date.getDayOfMonth());
    }

    private static Optional<LocalDate> westernDay(int year, int month, int day) {
        return YyyyMmDd.isRealDay(year, month, day) ? Optional.of(LocalDate.of(year, month, day)) : Optional.empty();
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }
}
