package kaigo.certification.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import kaigo.certification.rules.SurveyWarnings.Answer;
import kaigo.certification.rules.SurveyWarnings.Warning;
import kaigo.layout.Layout;
import kaigo.layout.LayoutItem;
import kaigo.layout.Layouts;
import org.junit.jupiter.api.Test;

class SurveyWarningsTest {

    @Test
    void there_are_57_each_with_its_own_code() {
        String all = IntStream.rangeClosed(1, 57).mapToObj("%02d"::formatted).reduce("", String::concat);
        assertThat(SurveyWarnings.named(all))
                .extracting(Warning::code)
                .hasSize(57)
                .doesNotHaveDuplicates();
    }

    @Test
    void both_answers_have_to_hold() {
        assertThat(codes(Map.of("1-3", "3", "1-10", "1"))).containsExactly("01");
        assertThat(codes(Map.of("1-3", "3", "1-10", "2"))).isEmpty();
        assertThat(codes(Map.of("1-3", "3"))).isEmpty();
    }

    @Test
    void some_need_all_of_a_row_of_answers() {
        Map<String, String> survey = new HashMap<>(Map.of("1-12", "5"));
        IntStream.rangeClosed(2, 7).forEach(i -> survey.put("3-" + i, "1"));
        assertThat(codes(survey)).containsExactly("27");
        survey.put("3-5", "2");
        assertThat(codes(survey)).isEmpty();
    }

    @Test
    void every_question_and_answer_stands_on_the_form() {
        Layout basic = Layouts.newest("M08").orElseThrow().sheet("basic").layout();
        String all = IntStream.rangeClosed(1, 57).mapToObj("%02d"::formatted).reduce("", String::concat);
        for (Warning warning : SurveyWarnings.named(all)) {
            for (Answer one : warning.answers()) {
                LayoutItem item = basic.item("q" + one.question().replace('-', '_'));
                assertThat(item.codes()).as(warning.code()).isNotNull();
                assertThat(item.codes().contains(one.answer()))
                        .as(warning.code())
                        .isTrue();
            }
        }
    }

    @Test
    void codes_that_are_not_known_are_passed_over() {
        assertThat(SurveyWarnings.named("019957")).extracting(Warning::code).containsExactly("01", "57");
        assertThat(SurveyWarnings.named("1")).isEmpty();
    }

    private static List<String> codes(Map<String, String> survey) {
        return SurveyWarnings.of(survey).stream().map(Warning::code).toList();
    }
}
