package kaigo.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FindingTextTest {
    private static final ResourceBundle MESSAGES = ResourceBundle.getBundle("messages", Locale.JAPANESE);

    @Test
    void every_id_has_a_text_and_a_remedy_and_no_text_is_without_its_id() {
        List<String> expected = Arrays.stream(ErrorId.values())
                .flatMap(id -> Stream.of(id.name(), id + ".remedy"))
                .toList();
        assertThat(new TreeSet<>(keys("[EW]\\d{4}(\\.remedy)?"))).isEqualTo(new TreeSet<>(expected));
    }

    @Test
    void every_detail_has_a_text_and_no_text_is_without_its_detail() {
        List<String> expected =
                Arrays.stream(Detail.values()).map(d -> "detail." + d.name()).toList();
        assertThat(keys("detail\\..*")).containsExactlyInAnyOrderElementsOf(expected);
    }

    /** P01 is opened in spreadsheets: none of our texts may look like a formula to one. */
    @ParameterizedTest
    @EnumSource(ErrorId.class)
    void no_text_begins_like_a_formula(ErrorId id) {
        assertThat(FindingText.pattern(id).text()).doesNotMatch("^[=+\\-@].*");
        assertThat(FindingText.pattern(id).remedy()).endsWith("。").doesNotContain("{");
    }

    @Test
    void a_text_names_the_item_and_says_what_is_wrong() {
        Finding length = new Finding(ErrorId.E3002, "name", List.of("1〜100", "101"));
        assertThat(FindingText.of(length, Samples.LAYOUT).text()).isEqualTo("「氏名」の文字数が合いません（仕様 1〜100 文字、実際 101 文字）。");
        Finding form = new Finding(ErrorId.E3003, "nameKana", List.of("@KATAKANA"));
        assertThat(FindingText.of(form, Samples.LAYOUT).text()).isEqualTo("「氏名カナ」に使えない文字または形があります（使えるもの：全角カタカナと空白）。");
        assertThat(FindingText.of(Finding.of(ErrorId.E2102), Samples.LAYOUT).text())
                .isEqualTo("更新または削除の対象が登録されていません。");
    }

    @Test
    void a_parameter_is_put_in_as_it_is() {
        Finding odd = new Finding(ErrorId.E3007, "sex", List.of("{1} '@X' @NO_SUCH"));
        assertThat(FindingText.of(odd, Samples.LAYOUT).text()).contains("{1} '@X' @NO_SUCH");
        Finding at = new Finding(ErrorId.E3007, "sex", List.of("@"));
        assertThat(FindingText.of(at, Samples.LAYOUT).text()).contains("（使えるもの：@）");
    }

    @Test
    void severity_and_group_follow_from_the_id() {
        assertThat(ErrorId.W3004.severity()).isEqualTo(ErrorId.Severity.WARNING);
        assertThat(ErrorId.E3004.asWarning()).isEqualTo(ErrorId.W3004);
        assertThat(ErrorId.E1005.group()).isEqualTo(ErrorId.Group.RECEPTION);
        assertThat(ErrorId.E5001.group()).isEqualTo(ErrorId.Group.LINKING);
        assertThat(ErrorId.E9002.group()).isEqualTo(ErrorId.Group.SYSTEM);
    }

    private static List<String> keys(String pattern) {
        return MESSAGES.keySet().stream().filter(key -> key.matches(pattern)).toList();
    }
}
