package kaigo.accesslog.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import kaigo.access.CheckAnswer;
import kaigo.access.ConsentAnswer;
import kaigo.access.Purpose;
import kaigo.access.rules.Decision.Ground;
import kaigo.access.rules.Reason;
import kaigo.accesslog.rules.Actor;
import kaigo.audit.AuditEvent;
import kaigo.consent.rules.ConsentAct;
import kaigo.screens.ScreenText;
import org.junit.jupiter.api.Test;

/** Every word that an entry may hold has one for a screen. */
class LogTextsTest {

    @Test
    void no_word_of_an_entry_is_shown_as_a_code() {
        List<String> keys = Stream.of(
                        keys("log.event.", AuditEvent.values()),
                        keys("log.purpose.", Purpose.values()),
                        keys("log.who.", Actor.Kind.values()),
                        keys("log.word.", Ground.values()),
                        keys("log.word.", Reason.values()),
                        keys("log.word.", CheckAnswer.values()),
                        keys("log.word.", ConsentAnswer.values()),
                        keys("log.act.", ConsentAct.values()))
                .flatMap(one -> one)
                .toList();
        assertThat(keys).allMatch(key -> ScreenText.find(key).isPresent());
    }

    private static Stream<String> keys(String prefix, Enum<?>[] words) {
        return Arrays.stream(words).map(word -> prefix + word.name());
    }
}
