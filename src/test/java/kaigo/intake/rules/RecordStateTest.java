package kaigo.intake.rules;

import static org.assertj.core.api.Assertions.assertThat;

import kaigo.layout.ErrorId;
import kaigo.shared.UpdateType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordStateTest {

    /** interface.md 9.5, every cell twice: newer and older than what is stored. */
    @ParameterizedTest
    @CsvSource({
        "CREATE, ABSENT,        false, CREATE,    ",
        "CREATE, ABSENT,        true,  CREATE,    ",
        "CREATE, SAME_CONTENT,  false, KEEP,      W2201",
        "CREATE, SAME_CONTENT,  true,  KEEP,      W2201",
        "CREATE, OTHER_CONTENT, false, REFUSE,    E2101",
        "CREATE, OTHER_CONTENT, true,  REFUSE,    E2101",
        "CREATE, DELETED,       false, REVIVE,    ",
        "CREATE, DELETED,       true,  REVIVE,    ",
        "UPDATE, ABSENT,        false, REFUSE,    E2102",
        "UPDATE, ABSENT,        true,  REFUSE,    E2102",
        "UPDATE, SAME_CONTENT,  false, KEEP,      ",
        "UPDATE, SAME_CONTENT,  true,  KEEP,      ",
        "UPDATE, OTHER_CONTENT, false, REPLACE,   ",
        "UPDATE, OTHER_CONTENT, true,  PASS_OVER, W2203",
        "UPDATE, DELETED,       false, REFUSE,    E2103",
        "UPDATE, DELETED,       true,  REFUSE,    E2103",
        "DELETE, ABSENT,        false, REFUSE,    E2102",
        "DELETE, ABSENT,        true,  REFUSE,    E2102",
        "DELETE, SAME_CONTENT,  false, DELETE,    ",
        "DELETE, SAME_CONTENT,  true,  DELETE,    ",
        "DELETE, OTHER_CONTENT, false, DELETE,    ",
        "DELETE, OTHER_CONTENT, true,  DELETE,    ",
        "DELETE, DELETED,       false, KEEP,      W2202",
        "DELETE, DELETED,       true,  KEEP,      W2202",
    })
    void the_table(UpdateType type, KeyState state, boolean older, Effect effect, ErrorId finding) {
        assertThat(RecordState.decide(type, state, older)).isEqualTo(new RecordState.Decision(effect, finding));
    }
}
