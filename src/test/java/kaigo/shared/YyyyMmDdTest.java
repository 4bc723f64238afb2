package kaigo.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YyyyMmDdTest {

    @ParameterizedTest
    @CsvSource({
        "19340611, 1934-06-11",
        "00010101, 0001-01-01",
        "99991231, 9999-12-31",
        "20240229, 2024-02-29",
        "20000229, 2000-02-29",
    })
    void real_days_are_read_and_written(String text, LocalDate day) {
        assertThat(YyyyMmDd.parse(text)).isEqualTo(day);
        assertThat(YyyyMmDd.format(day)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "1934061", "193406110", "20261301", "20260001", "20260100", "20260132", "20260431", "20250229",
                "19000229", "99999999", "00000101", "00000000", "1934-6-1", "1934/6/1", "１９３４０６１１", "1934061 ",
                        "-9340611"
            })
    void anything_else_is_null_without_an_exception(String text) {
        assertThat(YyyyMmDd.parse(text)).isNull();
        assertThat(YyyyMmDd.isDate(text)).isFalse();
    }

    @Test
    void all_days_of_400_years_agree_with_the_calendar() {
        for (int number = 19000000; number < 23000000; number++) {
            if (number % 10000 / 100 <= 13 && number % 100 <= 32) {
                assertThat(YyyyMmDd.parse(Integer.toString(number))).isEqualTo(calendar(number));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "20261101053000,  true",
        "20261101000000,  true",
        "20261101235959,  true",
        "20261101240000,  false",
        "20261101236000,  false",
        "20261101235960,  false",
        "20260229000000,  false",
        "20261101,        false",
        "2026110105300,   false",
        "202611010530000, false",
        "2026110105300x,  false",
        "'',              false",
    })
    void timestamps(String text, boolean timestamp) {
        assertThat(YyyyMmDd.isTimestamp(text)).isEqualTo(timestamp);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0000-12-31", "-0001-01-01", "+10000-01-01"})
    void a_year_that_does_not_fit_is_not_written(LocalDate day) {
        assertThatIllegalArgumentException().isThrownBy(() -> YyyyMmDd.format(day));
    }

    private static LocalDate calendar(int number) {
        try {
            return LocalDate.of(number / 10000, number % 10000 / 100, number % 100);
        } catch (DateTimeException nonsense) {
            return null;
        }
    }
}
