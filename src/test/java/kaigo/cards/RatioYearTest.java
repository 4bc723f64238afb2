package kaigo.cards;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RatioYearTest {

    @ParameterizedTest(name = "on {0}: of {1}, new: {2}")
    @CsvSource({
        "2026-06-30, 2025-08-01, false",
        "2026-07-01, 2026-08-01, true",
        "2026-08-31, 2026-08-01, true",
        "2026-09-01, 2026-08-01, false",
        "2027-01-15, 2026-08-01, false"
    })
    void a_year_is_new_in_its_july_and_august(LocalDate day, LocalDate first, boolean isNew) {
        RatioYear year = RatioYear.of(day);
        assertThat(year.first()).isEqualTo(first);
        assertThat(year.isNewOn(day)).isEqualTo(isNew);
    }
}
