package kaigo.insured;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import kaigo.layout.ErrorId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinkOutcomeTest {

    private static final Instant ASKED = Instant.parse("2026-11-20T00:00:00Z");

    @ParameterizedTest
    @CsvSource({"LINKED, LINKED, ", "NOT_REGISTERED, NOT_REGISTERED, E5001", "MISMATCH, OTHER_ERROR, E5005"})
    void an_answer_is_final(IntermediateServer.Outcome answer, LinkState state, ErrorId error) {
        assertThat(LinkOutcome.of(answer, ASKED, 1, ASKED)).isEqualTo(new LinkOutcome(state, error, null));
    }

    @ParameterizedTest
    @CsvSource({"0, 10", "1, 10", "2, 20", "3, 40", "9, 2560", "10, 3600", "13, 3600", "32000, 3600"})
    void without_an_answer_it_is_asked_again_with_growing_pauses(int attempts, long seconds) {
        LinkOutcome outcome = LinkOutcome.of(IntermediateServer.Outcome.LATER, ASKED, attempts, ASKED);

        assertThat(outcome).isEqualTo(new LinkOutcome(LinkState.ASKING, null, ASKED.plusSeconds(seconds)));
        assertThat(outcome.isFinal()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"P6DT23H59M59S, false", "P7D, true", "P8D, true"})
    void after_seven_days_it_is_given_up(Duration waited, boolean isFinal) {
        LinkOutcome outcome = LinkOutcome.of(IntermediateServer.Outcome.LATER, ASKED, 200, ASKED.plus(waited));

        assertThat(outcome.isFinal()).isEqualTo(isFinal);
        assertThat(outcome.error()).isEqualTo(isFinal ? ErrorId.E5004 : null);
        assertThat(outcome.state()).isEqualTo(isFinal ? LinkState.OTHER_ERROR : LinkState.ASKING);
    }

    @Test
    void a_key_that_another_person_has_is_an_error() {
        assertThat(LinkOutcome.taken()).isEqualTo(new LinkOutcome(LinkState.OTHER_ERROR, ErrorId.E5003, null));
    }
}
