package kaigo.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingDaysTest {

    /** As the law and the formula give them; 2032 has a day between two holidays again. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026 | 1-1 1-12 2-11 2-23 3-20 4-29 5-3 5-4 5-5 5-6 7-20 8-11 9-21 9-22 9-23 10-12 11-3 11-23
            2027 | 1-1 1-11 2-11 2-23 3-21 3-22 4-29 5-3 5-4 5-5 7-19 8-11 9-20 9-23 10-11 11-3 11-23
            2028 | 1-1 1-10 2-11 2-23 3-20 4-29 5-3 5-4 5-5 7-17 8-11 9-18 9-22 10-9 11-3 11-23
            2029 | 1-1 1-8 2-11 2-12 2-23 3-20 4-29 4-30 5-3 5-4 5-5 7-16 8-11 9-17 9-23 9-24 10-8 11-3 11-23
            2030 | 1-1 1-14 2-11 2-23 3-20 4-29 5-3 5-4 5-5 5-6 7-15 8-11 8-12 9-16 9-23 10-14 11-3 11-4 11-23
            2032 | 1-1 1-12 2-11 2-23 3-20 4-29 5-3 5-4 5-5 7-19 8-11 9-20 9-21 9-22 10-11 11-3 11-23""")
    void the_holidays_of_a_year_are_these_and_no_others(int year, String days) {
        List<String> holidays = LocalDate.of(year, 1, 1)
                .datesUntil(LocalDate.of(year + 1, 1, 1))
                .filter(WorkingDays::isHoliday)
                .map(day -> day.getMonthValue() + "-" + day.getDayOfMonth())
                .collect(Collectors.toList());
        assertThat(holidays).isEqualTo(Arrays.asList(days.split(" ")));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-20, true, a Friday",
        "2026-11-21, false, a Saturday",
        "2026-11-22, false, a Sunday",
        "2026-11-23, false, 勤労感謝の日",
        "2026-11-24, true, the day after",
        "2026-12-28, true, the last day before the turn of the year",
        "2026-12-29, false, the first day of it",
        "2027-01-03, false, its last day",
        "2027-01-04, true, the first day of the new year",
        "2026-05-06, false, 振替休日 behind three holidays",
        "2026-05-07, true, behind it",
        "2026-09-22, false, between two holidays",
        "2027-03-22, false, for a 春分の日 on a Sunday",
        "2024-12-31, false, another year",
    })
    void offices_are_open_on_working_days_only(LocalDate day, boolean open, String why) {
        assertThat(WorkingDays.isWorkingDay(day)).as(why).isEqualTo(open);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-20, 2026-11-20, 0",
        "2026-11-20, 2026-11-21, 1",
        "2026-11-20, 2026-11-24, 1",
        "2026-11-20, 2026-11-25, 2",
        "2026-11-25, 2026-11-20, 0",
        "2026-12-28, 2027-01-05, 2",
    })
    void the_first_day_counts_and_the_last_does_not(LocalDate from, LocalDate to, int expected) {
        assertThat(WorkingDays.count(from, to)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"2026-11-24, 1, 2026-11-20", "2026-11-20, 5, 2026-11-13", "2026-11-22, 1, 2026-11-20"})
    void one_goes_back_by_working_days(LocalDate day, int workingDays, LocalDate expected) {
        assertThat(WorkingDays.before(day, workingDays)).isEqualTo(expected);
    }

    @Test
    void going_back_and_counting_agree_on_every_day_of_five_years() {
        LocalDate.of(2026, 1, 5)
                .datesUntil(LocalDate.of(2031, 1, 1))
                .forEach(day -> assertThat(WorkingDays.count(WorkingDays.before(day, 5), day))
                        .as("%s", day)
                        .isEqualTo(5));
    }
}
