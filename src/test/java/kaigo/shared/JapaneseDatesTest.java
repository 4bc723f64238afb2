package kaigo.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.chrono.JapaneseDate;
import java.time.temporal.ChronoField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JapaneseDatesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "19340611",
                "1934/6/11",
                "1934-06-11",
                "1934.6.11",
                "1934年6月11日",
                "S9.6.11",
                "s9/6/11",
                "S09-06-11",
                "昭9.6.11",
                "昭和9年6月11日",
                "昭和 9年 6月11日",
                "昭和09年06月11日",
                "１９３４０６１１",
                "１９３４／６／１１",
                "Ｓ９．６．１１",
                "ｓ９－６－１１",
                "昭和９年６月１１日",
                " 　19340611　",
                "1934ー6ー11",
                "1934−6−11"
            })
    void every_usual_way_of_typing_is_read(String typed) {
        assertThat(JapaneseDates.parse(typed)).contains(LocalDate.of(1934, 6, 11));
    }

    @ParameterizedTest
    @CsvSource({
        "明治6年1月1日,    1873-01-01",
        "明治45年7月29日,  1912-07-29",
        "大正元年7月30日,  1912-07-30",
        "大正15年12月24日, 1926-12-24",
        "昭和元年12月25日, 1926-12-25",
        "昭和64年1月7日,   1989-01-07",
        "平成元年1月8日,   1989-01-08",
        "平成31年4月30日,  2019-04-30",
        "令和元年5月1日,   2019-05-01",
        "令和1年5月1日,    2019-05-01",
        "R8.11.22,         2026-11-22",
        "M45.7.29,         1912-07-29",
        "T1.7.30,          1912-07-30",
        "H1.1.8,           1989-01-08",
    })
    void eras_run_from_their_first_to_their_last_day(String typed, LocalDate day) {
        assertThat(JapaneseDates.parse(typed)).contains(day);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "平成31年5月1日",
                "昭和64年1月8日",
                "平成元年1月7日",
                "令和元年4月30日",
                "昭和元年12月24日",
                "大正15年12月25日",
                "大正元年7月29日",
                "明治45年7月30日",
                "明治5年12月31日",
                "令和0年5月1日",
                "令和7年2月29日",
                "平成",
                "X9.6.11",
                "9.6.11",
                "S9.6",
                "S9.13.1",
                "1934/2/30",
                "34/6/11",
                "0000/1/1",
                "20250229",
                "1934611",
                "",
                "　",
                "元年5月1日",
                "S100.1.1"
            })
    void days_that_are_none_are_refused(String typed) {
        assertThat(JapaneseDates.parse(typed)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-22, 令和8年11月22日, 2026/11/22",
        "2019-05-01, 令和元年5月1日,  2019/05/01",
        "2019-04-30, 平成31年4月30日, 2019/04/30",
        "1873-01-01, 明治6年1月1日,   1873/01/01",
    })
    void days_are_shown_in_both_calendars(LocalDate day, String wareki, String slashed) {
        assertThat(JapaneseDates.wareki(day)).isEqualTo(wareki);
        assertThat(JapaneseDates.slashed(day)).isEqualTo(slashed);
        assertThat(JapaneseDates.both(day)).isEqualTo(wareki + "（" + slashed + "）");
    }

    @Test
    void months_and_years_are_shown_in_both_calendars() {
        assertThat(JapaneseDates.month(YearMonth.of(2026, 9))).isEqualTo("令和8年9月（2026/09）");
        assertThat(JapaneseDates.month(YearMonth.of(1872, 9))).isEqualTo("1872/09");
        assertThat(JapaneseDates.fiscalYear(LocalDate.of(2026, 4, 1))).isEqualTo("令和8年度（2026年度）");
        assertThat(JapaneseDates.fiscalYear(LocalDate.of(2019, 8, 1))).isEqualTo("令和元年度（2019年度）");
        assertThat(JapaneseDates.fiscalYear(LocalDate.of(1, 8, 1))).isEqualTo("1年度");
    }

    @ParameterizedTest
    @CsvSource({"1872-12-31, 1872/12/31", "0001-01-01, 0001/01/01", "-0001-01-01, -001/01/01"})
    void days_before_the_solar_calendar_are_western_only(LocalDate day, String slashed) {
        assertThat(JapaneseDates.wareki(day)).isEqualTo(slashed);
        assertThat(JapaneseDates.both(day)).isEqualTo(slashed);
    }

    @Test
    void every_day_since_1873_is_read_back_and_agrees_with_the_jdk() {
        for (LocalDate day = LocalDate.of(1873, 1, 1); day.getYear() < 2100; day = day.plusDays(1)) {
            String wareki = JapaneseDates.wareki(day);
            assertThat(JapaneseDates.parse(wareki)).contains(day);
            int yearOfEra = JapaneseDate.from(day).get(ChronoField.YEAR_OF_ERA);
            assertThat(wareki.substring(2)).startsWith((yearOfEra == 1 ? "元" : yearOfEra) + "年");
            if (yearOfEra < 100) {
                assertThat(JapaneseDates.parse(wareki.replace("元年", "1年"))).contains(day);
            }
        }
    }
}
