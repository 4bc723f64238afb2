package kaigo.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import kaigo.chaos.Killer.Victim;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The short form of ./kiban chaos mix: one kill of each kind, and the control that shows that a loss would be seen. */
class ChaosTest {

    private static Rounds rounds;

    @BeforeAll
    static void prepare() throws Exception {
        rounds = new Rounds(LoadFiles::mix, 10_000, 1, System.out);
    }

    @AfterAll
    static void tidy() throws Exception {
        rounds.close();
    }

    @ParameterizedTest
    @EnumSource(Victim.class)
    void after_a_kill_in_mid_load_everything_is_as_if_nothing_had_happened(Victim victim) throws Exception {
        Rounds.Outcome outcome = rounds.run(1, new Rounds.Setting(victim, false));

        assertThat(outcome.kills()).isEqualTo(1);
        assertThat(outcome.differing()).isZero();
    }

    @Test
    void a_database_that_answers_before_it_has_written_is_found_out() throws Exception {
        Rounds.Outcome outcome = rounds.run(1, new Rounds.Setting(Victim.DATABASE, true));

        assertThat(outcome.kills()).isEqualTo(1);
        assertThat(outcome.differing()).isEqualTo(1);
    }
}
