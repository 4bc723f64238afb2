package kaigo.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import kaigo.chaos.Killer.Victim;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The short form of ./kiban chaos load: one kill of each kind, and the control that shows that a loss would be seen. */
class ChaosTest {

    @ParameterizedTest
    @CsvSource({"SERVER, false, 0", "DATABASE, false, 0", "DATABASE, true, 1"})
    void after_a_kill_in_mid_load_everything_is_as_if_nothing_had_happened(
            Victim victim, boolean control, int differing) throws Exception {
        try (Rounds rounds = new Rounds(new Rounds.Setting(20_000, 1, victim, control), System.out)) {
            Rounds.Outcome outcome = rounds.run(1);

            assertThat(outcome.kills()).isEqualTo(1);
            assertThat(outcome.differing()).isEqualTo(differing);
        }
    }
}
