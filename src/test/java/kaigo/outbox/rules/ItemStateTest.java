package kaigo.outbox.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ItemStateTest {

    @ParameterizedTest(name = "{0} and {1}: {2} of what is judged, {3} of what is only told")
    @CsvSource({
        "WAITING, RECEIVED, , ",
        "WAITING, ACCEPTED, , ",
        "WAITING, RETURNED, , ",
        "FETCHED, RECEIVED, RECEIVED, RECEIVED",
        "FETCHED, ACCEPTED, ACCEPTED, ",
        "FETCHED, RETURNED, RETURNED, ",
        "RECEIVED, RECEIVED, RECEIVED, RECEIVED",
        "RECEIVED, ACCEPTED, ACCEPTED, ",
        "RECEIVED, RETURNED, RETURNED, ",
        "ACCEPTED, RECEIVED, , ",
        "ACCEPTED, ACCEPTED, ACCEPTED, ACCEPTED",
        "ACCEPTED, RETURNED, , ",
        "RETURNED, RECEIVED, , ",
        "RETURNED, ACCEPTED, , ",
        "RETURNED, RETURNED, RETURNED, RETURNED"
    })
    void an_answer_leads_from_state_to_state(ItemState from, Answer answer, ItemState judged, ItemState told) {
        for (String id : new String[] {"P02", "P03", "P04"}) {
            assertThat(from.after(answer, id)).as(id).isEqualTo(Optional.ofNullable(judged));
        }
        assertThat(from.after(answer, "P05")).isEqualTo(Optional.ofNullable(told));
    }

    @ParameterizedTest(name = "{0}: {1} of what is judged, {2} of what is only told")
    @CsvSource({
        "WAITING, false, false",
        "FETCHED, false, false",
        "RECEIVED, false, true",
        "ACCEPTED, true, true",
        "RETURNED, true, true"
    })
    void what_is_done_waits_for_nobody(ItemState state, boolean judged, boolean told) {
        assertThat(state.isDone("P04")).isEqualTo(judged);
        assertThat(state.isDone("P05")).isEqualTo(told);
    }
}
