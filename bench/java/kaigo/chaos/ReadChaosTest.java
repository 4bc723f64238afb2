package kaigo.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import kaigo.chaos.Killer.Victim;
import org.junit.jupiter.api.Test;

/**
 * The short form of ./kiban chaos read: two kills of the server, for at one of them nobody may be waiting for an answer, and what
 * its clients and the audit log know of each other.
 */
class ReadChaosTest {

    @Test
    void after_a_kill_every_answer_has_one_entry_and_no_entry_is_of_nobody() throws Exception {
        try (ReadRun run = new ReadRun(new Rounds.Setting(Victim.SERVER, false), System.out)) {
            ReadRun.Outcome outcome = run.run(new ReadRun.Plan(600, Set.of(200, 400)));

            assertThat(outcome.nothingLost()).as(outcome.toString()).isTrue();
            assertThat(outcome.book().answered()).isGreaterThanOrEqualTo(600);
            assertThat(outcome.book().brokenOff()).as("requests under way").isPositive();
        }
    }
}
