package kaigo.intake.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DailyFreshnessTest {

    @ParameterizedTest
    @CsvSource({
        // begun, last, today, missed, late
        "2026-11-02, 2026-11-19, 2026-11-20, 0, false",
        "2026-11-02, 2026-11-18, 2026-11-20, 1, false",
        "2026-11-02, 2026-11-17, 2026-11-20, 2, true",
        "2026-11-02, 2026-11-20, 2026-11-20, 0, false",
        // a weekend and a holiday on a Monday do not count
        "2026-11-02, 2026-11-19, 2026-11-24, 1, false",
        "2026-11-02, 2026-11-19, 2026-11-25, 2, true",
        // the turn of the year
        "2026-11-02, 2026-12-28, 2027-01-05, 1, false",
        "2026-11-02, 2026-12-28, 2027-01-06, 2, true",
        // no file at all since the daily link began
        "2026-11-18, , 2026-11-19, 1, false",
        "2026-11-18, , 2026-11-20, 2, true",
        // a file from before it began, as when the begin was moved
        "2026-11-18, 2026-11-02, 2026-11-19, 1, false",
        "2026-11-20, , 2026-11-20, 0, false"
    })
    void two_working_days_without_a_daily_file_are_late(
            LocalDate begun, LocalDate last, LocalDate today, int missed, boolean late) {
        assertThat(DailyFreshness.missed(begun, last, today)).isEqualTo(missed);
        assertThat(DailyFreshness.isLate(missed)).isEqualTo(late);
    }
}
