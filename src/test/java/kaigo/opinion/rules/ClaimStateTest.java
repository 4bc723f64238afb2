package kaigo.opinion.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kaigo.opinion.rules.ClaimState.Step;
import kaigo.opinion.rules.LetterCheck.Wrong;
import kaigo.outbox.rules.ItemState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The course of a claim: the municipality may answer an act after the next one, and what it accepts stands. */
class ClaimStateTest {

    @ParameterizedTest
    @CsvSource({
        "CLAIM WAITING, SENT, CORRECT CANCEL",
        "CLAIM RECEIVED, RECEIVED, CORRECT CANCEL",
        "CLAIM ACCEPTED, ACCEPTED, ''",
        "CLAIM RETURNED, RETURNED, CORRECT",
        "CLAIM RECEIVED CORRECT RETURNED, CORRECTION_RETURNED, CORRECT CANCEL",
        "CLAIM RETURNED CORRECT RETURNED, RETURNED, CORRECT",
        "CLAIM ACCEPTED CORRECT WAITING, ACCEPTED, ''",
        "CLAIM ACCEPTED CORRECT RETURNED, ACCEPTED, ''",
        "CLAIM FETCHED CANCEL WAITING, CANCEL_SENT, ''",
        "CLAIM ACCEPTED CANCEL FETCHED, CANCEL_SENT, ''",
        "CLAIM FETCHED CANCEL RECEIVED, CANCELLED, CLAIM",
        "CLAIM FETCHED CANCEL RETURNED, CANCEL_RETURNED, CORRECT CANCEL",
        "CLAIM ACCEPTED CANCEL RETURNED, ACCEPTED, ''",
        "CLAIM ACCEPTED CANCEL ACCEPTED CLAIM WAITING, SENT, CORRECT CANCEL",
        "CLAIM ACCEPTED CANCEL ACCEPTED CLAIM RETURNED, RETURNED, CORRECT"
    })
    void what_stands_and_what_can_be_done(String course, ClaimState state, String can) {
        String[] words = course.split(" ");
        Step[] steps = new Step[words.length / 2];
        for (int i = 0; i < steps.length; i++) {
            steps[i] = new Step(ClaimAct.valueOf(words[2 * i]), ItemState.valueOf(words[2 * i + 1]));
        }
        assertThat(ClaimState.of(Arrays.asList(steps))).isEqualTo(state);
        List<ClaimAct> open = can.isEmpty()
                ? List.of()
                : Arrays.stream(can.split(" ")).map(ClaimAct::valueOf).toList();
        assertThat(Arrays.stream(ClaimAct.values()).filter(state::can)).containsExactlyElementsOf(open);
    }

    @Test
    void what_is_claimed_has_no_more_digits_than_its_item() {
        Map<String, String> typed = new HashMap<>(Map.of(
                "place",
                "1",
                "turn",
                "1",
                "opinionFee",
                "5000",
                "tax",
                "500",
                "writtenOn",
                "20261115",
                "sentOn",
                "20261120"));
        var day = LocalDate.of(2026, 11, 20);
        ClaimCheck.POINTS.forEach(code -> typed.put(code, "99999999"));
        assertThat(ClaimCheck.total(typed)).isEqualTo(5_000_005_450L);
        assertThat(ClaimCheck.check(typed, day.minusDays(10), day, Map.of())).containsEntry("opinionFee", Wrong.TOTAL);
        ClaimCheck.POINTS.forEach(code -> typed.remove(code));
        assertThat(ClaimCheck.check(typed, day.minusDays(10), day, Map.of())).isEmpty();
    }
}
