package kaigo.viewing.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import kaigo.access.OwnListQuery.Only;
import kaigo.access.rules.Kind;
import kaigo.consent.Hearing.Relation;
import kaigo.consent.rules.ConsentAct;
import kaigo.consent.rules.ConsentState;
import kaigo.screens.ScreenText;
import kaigo.viewing.Printout;
import kaigo.viewing.Tab;
import org.junit.jupiter.api.Test;

/** Texts whose keys end in the name of a value: each value has one. */
class UserTextsTest {

    @Test
    void every_value_that_a_page_names_has_its_text() {
        List<String> missing = Stream.of(
                        of(Kind.values(), one -> "kind." + one),
                        of(Printout.values(), one -> "print." + one),
                        of(Printout.values(), one -> "print." + one + ".mark"),
                        of(Tab.values(), one -> "tab." + one),
                        of(Only.values(), one -> "users.only." + one),
                        of(UserRow.Standing.values(), one -> "users.standing." + one),
                        of(ConsentState.Standing.values(), one -> "consentState." + one),
                        of(ConsentState.Standing.values(), one -> "consentState." + one + ".text"),
                        of(ConsentAct.values(), one -> "consentAct." + one),
                        of(ConsentAct.values(), one -> "consentForm.answer." + one),
                        of(Relation.values(), one -> "consentForm.relation." + one),
                        of(CardProblem.values(), one -> "cardReading." + one),
                        of(CardProblem.values(), one -> "cardReading." + one + ".next"),
                        of(ProgressView.Step.State.values(), one -> "step.state." + one),
                        Stream.of(Timeliness.OVER, Timeliness.NOT_YET).map(one -> "timeliness." + one),
                        Stream.of("home", "facility", "other")
                                .flatMap(plan -> Stream.of(1, 2, 3).map(table -> "plans." + plan + "." + table)),
                        Stream.of("APPLICATION", "INSURER", "OFFICE", "SETUP", "OWN_PAGE", "RULE")
                                .map(one -> "consentChannel." + one))
                .flatMap(keys -> keys)
                .filter(key -> ScreenText.find(key).isEmpty())
                .toList();
        assertThat(missing).isEmpty();
    }

    private static <T> Stream<String> of(T[] values, Function<T, String> key) {
        return Arrays.stream(values).map(key);
    }
}
