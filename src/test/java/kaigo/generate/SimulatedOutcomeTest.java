package kaigo.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import kaigo.shared.MyNumber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SimulatedOutcomeTest {

    @ParameterizedTest
    @CsvSource({
        "990000000000, LINKED",
        "991000000000, NOT_REGISTERED",
        "992000000000, MISMATCH",
        "993000000000, TIME_OUT",
        "994000000000, SLOW",
        "995000000000, LINKED",
        "999000000000, LINKED",
        "981000000000, LINKED",
        "123456789018, LINKED"
    })
    void the_third_digit_of_a_fictitious_number_decides(String number, SimulatedOutcome expected) {
        assertThat(SimulatedOutcome.of(number.getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource(SimulatedOutcome.class)
    void the_generator_writes_what_the_simulator_reads(SimulatedOutcome outcome) {
        String number = FictitiousMyNumber.of(Generated.population(10), 5, outcome);
        assertThat(MyNumber.hasCheckDigit(number)).isTrue();
        assertThat(SimulatedOutcome.of(number.getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo(outcome);
    }

    @Test
    void a_corrected_number_is_another_one_and_linked() {
        Population population = Generated.population(10);
        assertThat(FictitiousMyNumber.corrected(population, 5))
                .isNotEqualTo(FictitiousMyNumber.of(population, 5, SimulatedOutcome.LINKED))
                .matches(FictitiousMyNumber::isLinked);
    }
}
