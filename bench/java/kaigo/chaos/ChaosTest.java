package kaigo.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import kaigo.chaos.ChaosCommand.Outcome;
import kaigo.chaos.ChaosCommand.Rounds;
import kaigo.chaos.Killer.Victim;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The short form of ./kiban chaos load: one kill of each kind. */
class ChaosTest {

    @ParameterizedTest
    @EnumSource(Victim.class)
    void after_a_kill_in_mid_load_everything_is_as_if_nothing_had_happened(Victim victim) throws Exception {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);

        Outcome outcome = new Rounds(20_000, 1, victim, false, out).run(1);

        assertThat(outcome.kills()).isEqualTo(1);
        assertThat(outcome.differing()).isZero();
    }
}
