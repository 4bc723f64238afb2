package kaigo.shared;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;

/**
 * 元号 with its first day (issue note "interface" 8.1). 明治 begins with its year 6, when Japan took the solar calendar:
 * days before it have no 和暦 that can be reckoned here.
 */
enum Era {
    MEIJI("明治", "M", 1868, LocalDate.of(1873, 1, 1)),
    TAISHO("大正", "T", 1912, LocalDate.of(1912, 7, 30)),
    SHOWA("昭和", "S", 1926, LocalDate.of(1926, 12, 25)),
    HEISEI("平成", "H", 1989, LocalDate.of(1989, 1, 8)),
    REIWA("令和", "R", 2019, LocalDate.of(2019, 5, 1));

    private final String label;
    private final String letter;
    private final int firstYear;
    private final LocalDate firstDay;

    Era(String label, String letter, int firstYear, LocalDate firstDay) {
        this.label = label;
        this.letter = letter;
        this.firstYear = firstYear;
        this.firstDay = firstDay;
    }

    static Optional<Era> on(LocalDate day) {
        return Arrays.stream(values())
                .filter(era -> !day.isBefore(era.firstDay))
                .max(Comparator.naturalOrder());
    }

    /** By name, first character of the name, or letter in either case: 昭和, 昭, S, s. */
    static Optional<Era> named(String mark) {
        return Arrays.stream(values())
                .filter(era -> era.label.startsWith(mark) || era.letter.equalsIgnoreCase(mark))
                .findFirst();
    }

    /** The day, unless there is no such day or it belongs to another era. */
    Optional<LocalDate> day(int yearOfEra, int month, int dayOfMonth) {
        int year = firstYear + yearOfEra - 1;
        if (!YyyyMmDd.isRealDay(year, month, dayOfMonth)) {
            return Optional.empty();
        }
        return Optional.of(LocalDate.of(year, month, dayOfMonth)).filter(day -> on(day).equals(Optional.of(this)));
    }

    /** 令和8年11月22日; the first year is 元年. */
    String write(LocalDate day) {
        int yearOfEra = day.getYear() - firstYear + 1;
        return label + (yearOfEra == 1 ? "元" : yearOfEra) + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
    }
}
