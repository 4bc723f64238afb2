package kaigo.access.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the rule knows of a service and of a kind, a second time (briefing, footnotes; rulings 7). */
class TableWordsTest {

    @ParameterizedTest
    @CsvSource({
        "CARE_MANAGEMENT, CARE_MANAGEMENT, true",
        "ROKEN_IIN, ROKEN_IIN, true",
        "WITH_CARE_MANAGER, OTHER_CARE, true",
        "WITHOUT_CARE_MANAGER, OTHER_CARE, false"
    })
    void a_class_of_services_has_its_column_and_perhaps_a_post_for_a_care_manager(
            ServiceClass ofService, Column column, boolean careManager) {
        assertThat(ofService.column()).isEqualTo(column);
        assertThat(ofService.hasCareManager()).isEqualTo(careManager);
    }

    @Test
    void what_tells_of_a_persons_means_are_three_kinds() {
        assertThat(Arrays.stream(Kind.values()).filter(Kind::isBurden))
                .containsExactlyInAnyOrder(Kind.BURDEN_RATIO, Kind.BURDEN_LIMIT, Kind.OTHER_REDUCTION);
    }
}
