package kaigo.insured.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import kaigo.insured.rules.LinkCaseGuide.Answered;
import kaigo.insured.rules.LinkCaseGuide.Situation;
import kaigo.insured.rules.LinkStep.Ask;
import kaigo.insured.rules.LinkStep.End;
import kaigo.layout.ErrorId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinkCaseGuideTest {

    /** Every path to its end; 住所地特例 in the second column where it matters. */
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "E5001, false, CORRECT EXEMPT,                              LEAVE_EXEMPT",
                "E5001, false, CORRECT NOT_EXEMPT NOT_CHECKABLE,            LEAVE_UNCONFIRMABLE",
                "E5001, false, CORRECT NOT_EXEMPT CHECKABLE INSURED,        SEND_UPDATE",
                "E5001, false, CORRECT NOT_EXEMPT CHECKABLE NOT_INSURED JOINED, SEND_UPDATE",
                "E5001, false, WRONG,                                       DELETE_THEN_NEW",
                "E5001, true,  WRONG,                                       DELETE_THEN_NEW",
                "E5002, true,  FOUND,                                       SEND_UPDATE",
                "E5002, true,  NOT_FOUND OBTAINED,                          SEND_UPDATE",
                "E5002, false, FOUND,                                       SEND_UPDATE",
                "E5002, false, NOT_FOUND OBTAINED,                          SEND_UPDATE",
                "E5003, false, THIS_WRONG,                                  DELETE_THEN_NEW",
                "E5003, false, OTHER_WRONG,                                 MEND_OTHER_THEN_UPDATE",
                "E5003, false, KEEP_THIS,                                   DELETE_OTHER_THEN_UPDATE",
                "E5003, false, KEEP_OTHER,                                  DELETE_THIS",
                "E5004, false, -,                                           SEND_UPDATE",
                "E5005, false, WRONG,                                       DELETE_THEN_NEW",
                "E5005, false, CORRECT OWN_WRONG,                           SEND_CORRECTED",
                "E5005, false, CORRECT OWN_RIGHT CORRECTED,                 SEND_UPDATE",
            })
    void the_answers_lead_to_the_end(ErrorId error, boolean exception, String choices, LinkEnd end) {
        Situation situation = new Situation(error, exception);
        List<Answered> answers = new ArrayList<>();
        for (String choice : choices == null ? new String[0] : choices.split(" ")) {
            Ask ask = (Ask) LinkCaseGuide.next(situation, answers);
            assertThat(ask.question().choices()).contains(LinkChoice.valueOf(choice));
            answers.add(new Answered(ask.question(), LinkChoice.valueOf(choice)));
        }

        assertThat(LinkCaseGuide.next(situation, answers)).isEqualTo(new End(end));
    }

    @ParameterizedTest
    @CsvSource({
        "E5001, false, NUMBER_CORRECT",
        "E5002, true, OWN_APPLICATION",
        "E5002, false, OWN_RECORDS",
        "E5003, false, WHICH_NUMBER",
        "E5005, true, NUMBER_CORRECT",
    })
    void a_case_begins_with_the_question_of_its_error(ErrorId error, boolean exception, LinkQuestion question) {
        assertThat(LinkCaseGuide.next(new Situation(error, exception), List.of()))
                .isEqualTo(new Ask(question));
    }

    @Test
    void under_the_residence_exception_the_municipality_of_the_address_is_asked_after_the_own_application() {
        LinkStep step = LinkCaseGuide.next(
                new Situation(ErrorId.E5002, true),
                List.of(new Answered(LinkQuestion.OWN_APPLICATION, LinkChoice.NOT_FOUND)));

        assertThat(step).isEqualTo(new Ask(LinkQuestion.MUNICIPALITY_ASKED));
    }

    @Test
    void every_path_ends_and_every_question_and_end_is_reached() {
        Set<LinkQuestion> asked = EnumSet.noneOf(LinkQuestion.class);
        Set<LinkEnd> ended = EnumSet.noneOf(LinkEnd.class);
        situations()
                .forEach(situation -> walk(situation, List.of(), step -> {
                    switch (step) {
                        case Ask ask -> asked.add(ask.question());
                        case End end -> ended.add(end.end());
                    }
                }));

        assertThat(asked).containsExactlyInAnyOrder(LinkQuestion.values());
        assertThat(ended).containsExactlyInAnyOrder(LinkEnd.values());
    }

    @Test
    void an_answer_that_does_not_follow_is_passed_over() {
        LinkStep step = LinkCaseGuide.next(
                new Situation(ErrorId.E5001, false),
                List.of(
                        new Answered(LinkQuestion.OWN_RECORDS, LinkChoice.FOUND),
                        new Answered(LinkQuestion.NUMBER_CORRECT, LinkChoice.FOUND),
                        new Answered(LinkQuestion.NUMBER_CORRECT, LinkChoice.CORRECT)));

        assertThat(step).isEqualTo(new Ask(LinkQuestion.EXEMPT));
    }

    private static Stream<Situation> situations() {
        return Stream.of(ErrorId.E5001, ErrorId.E5002, ErrorId.E5003, ErrorId.E5004, ErrorId.E5005)
                .flatMap(error -> Stream.of(new Situation(error, false), new Situation(error, true)));
    }

    private static void walk(Situation situation, List<Answered> answers, Consumer<LinkStep> seen) {
        assertThat(answers).as("a path of %s", situation).hasSizeLessThan(8);
        LinkStep step = LinkCaseGuide.next(situation, answers);
        seen.accept(step);
        if (step instanceof Ask ask) {
            for (LinkChoice choice : ask.question().choices()) {
                List<Answered> longer = new ArrayList<>(answers);
                longer.add(new Answered(ask.question(), choice));
                walk(situation, longer, seen);
            }
        }
    }
}
