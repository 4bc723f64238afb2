package kaigo.shared;

import static java.time.temporal.TemporalAdjusters.dayOfWeekInMonth;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Set;

/**
 * 開庁日: Monday to Friday without 国民の祝日 and 12月29日 to 1月3日 (地方自治法第4条の2). Holidays follow 国民の祝日に関する法律
 * as it stands since 2022; the days of 春分 and 秋分 are computed (valid 1980 to 2099) where the law waits for the notice of
 * the year before.
 */
public final class WorkingDays {

    private static final Set<MonthDay> FIXED = Set.of(
            MonthDay.of(1, 1), // 元日
            MonthDay.of(2, 11), // 建国記念の日
            MonthDay.of(2, 23), // 天皇誕生日
            MonthDay.of(4, 29), // 昭和の日
            MonthDay.of(5, 3), // 憲法記念日
            MonthDay.of(5, 4), // みどりの日
            MonthDay.of(5, 5), // こどもの日
            MonthDay.of(8, 11), // 山の日
            MonthDay.of(11, 3), // 文化の日
            MonthDay.of(11, 23)); // 勤労感謝の日

    private static final double SPRING = 20.8431;
    private static final double AUTUMN = 23.2488;
    private static final double DRIFT_A_YEAR = 0.242194;

    private WorkingDays() {}

    public static boolean isWorkingDay(LocalDate day) {
        DayOfWeek weekday = day.getDayOfWeek();
        boolean weekend = weekday == DayOfWeek.SATURDAY || weekday == DayOfWeek.SUNDAY;
        return !weekend && !isTurnOfTheYear(day) && !isHoliday(day);
    }

    /** 休日 of the law: a 国民の祝日, the day that stands in for one on a Sunday, or a day between two of them. */
    public static boolean isHoliday(LocalDate day) {
        return isNamed(day) || isSubstitute(day) || (isNamed(day.minusDays(1)) && isNamed(day.plusDays(1)));
    }

    /** How many working days lie between, the first day counted, the last not. */
    public static int count(LocalDate from, LocalDate to) {
        return from.isBefore(to)
                ? (int) from.datesUntil(to).filter(WorkingDays::isWorkingDay).count()
                : 0;
    }

    /** The working day that lies so many working days before. */
    public static LocalDate before(LocalDate day, int workingDays) {
        LocalDate found = day;
        for (int left = workingDays; left > 0; left -= isWorkingDay(found) ? 1 : 0) {
            found = found.minusDays(1);
        }
        return found;
    }

    private static boolean isTurnOfTheYear(LocalDate day) {
        int monthAndDay = day.getMonthValue() * 100 + day.getDayOfMonth();
        return monthAndDay >= 1229 || monthAndDay <= 103;
    }

    /** 振替休日: the first day after a 祝日 on a Sunday that is none itself. */
    private static boolean isSubstitute(LocalDate day) {
        LocalDate before = day.minusDays(1);
        while (isNamed(before) && before.getDayOfWeek() != DayOfWeek.SUNDAY) {
            before = before.minusDays(1);
        }
        return isNamed(before) && !isNamed(day);
    }

    private static boolean isNamed(LocalDate day) {
        return FIXED.contains(MonthDay.from(day)) || isOnItsMonday(day) || isEquinox(day);
    }

    /** 成人の日, 海の日, 敬老の日, スポーツの日. */
    private static boolean isOnItsMonday(LocalDate day) {
        int which = switch (day.getMonth()) {
            case JANUARY, OCTOBER -> 2;
            case JULY, SEPTEMBER -> 3;
            default -> 0;
        };
        return which > 0 && day.equals(day.with(dayOfWeekInMonth(which, DayOfWeek.MONDAY)));
    }

    private static boolean isEquinox(LocalDate day) {
        return switch (day.getMonth()) {
            case MARCH -> day.getDayOfMonth() == equinox(SPRING, day.getYear());
            case SEPTEMBER -> day.getDayOfMonth() == equinox(AUTUMN, day.getYear());
            default -> false;
        };
    }

    private static int equinox(double of1980, int year) {
        int years = year - 1980;
        return (int) (of1980 + DRIFT_A_YEAR * years) - years / 4;
    }
}
