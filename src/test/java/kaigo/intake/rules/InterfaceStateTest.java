package kaigo.intake.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import kaigo.intake.rules.InterfaceState.Facts;
import kaigo.layout.ErrorId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InterfaceStateTest {

    @ParameterizedTest
    @CsvSource({
        // files untouched working to-do waiting
        "0 0 0 0 0, NOT_YET",
        "1 1 1 0 0, RECEIVED",
        "2 1 1 0 0, WORKING",
        "1 0 1 0 3, WORKING",
        "1 0 1 2 3, FAILED",
        "1 0 0 1 0, FAILED",
        "1 0 0 0 1, WAITING",
        "1 0 0 0 0, DONE"
    })
    void what_somebody_must_do_comes_first(String facts, InterfaceState expected) {
        int[] n = Arrays.stream(facts.split(" ")).mapToInt(Integer::parseInt).toArray();
        assertThat(InterfaceState.of(new Facts(n[0], n[1], n[2], n[3], n[4]))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "E1007, MEND",
        "E2101, MEND",
        "E3005, MEND",
        "E4004, MEND",
        "E5001, CHECK_LINK",
        "E5002, CHECK_LINK",
        "E9001, SEND_AGAIN"
    })
    void an_error_leads_to_a_step(ErrorId id, NextStep expected) {
        assertThat(NextStep.of(id)).isEqualTo(expected);
    }
}
