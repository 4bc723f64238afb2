package kaigo.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kaigo.access.rules.Amount;
import kaigo.access.rules.CardItem;
import kaigo.access.rules.Proposal;
import kaigo.access.rules.Proposals;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** KIBAN_PROPOSALS: switches, numbers, items. */
class ProposalChoiceTest {

    private final List<String> wrong = new ArrayList<>();

    @Test
    void nothing_said_is_as_proposed_and_the_demo_has_its_own() {
        Proposals standard = read("");
        for (Amount amount : Amount.values()) {
            assertThat(standard.amount(amount)).isEqualTo(amount.standard()).isBetween(amount.least(), amount.most());
        }
        assertThat(standard.cardItems()).isEqualTo(Set.of(CardItem.BIRTH_DATE, CardItem.SEX));
        assertThat(standard.isOn(Proposal.LIFE_OPEN)).isFalse();
        assertThat(ProposalChoice.read("", true, wrong::add).isOn(Proposal.LIFE_OPEN))
                .isTrue();
        assertThat(ProposalChoice.read("LIFE_OPEN=off", true, wrong::add).isOn(Proposal.LIFE_OPEN))
                .isFalse();
        assertThat(wrong).isEmpty();
    }

    @Test
    void each_is_chosen_by_its_name() {
        Proposals chosen = read(" LIFE_OPEN=on, VIEWING_MONTHS_AFTER_CHECK=4,CARD_ITEMS=BIRTH_DATE+NAME_KANA ,");
        assertThat(chosen.isOn(Proposal.LIFE_OPEN)).isTrue();
        assertThat(chosen.amount(Amount.VIEWING_MONTHS_AFTER_CHECK)).isEqualTo(4);
        assertThat(chosen.amount(Amount.VIEWING_MONTHS_AFTER_CLAIM)).isEqualTo(3);
        assertThat(chosen.cardItems()).isEqualTo(Set.of(CardItem.BIRTH_DATE, CardItem.NAME_KANA));
        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "LIFE_OPEN=yes",
                "LIFE_OPEN",
                "LIFE=on",
                "DAYS_WARNED_BEFORE_END=0",
                "DAYS_WARNED_BEFORE_END=91",
                "DAYS_WARNED_BEFORE_END=x",
                "DAYS_WARNED_BEFORE_END=-1",
                "CARD_ITEMS=",
                "CARD_ITEMS=SEX+SHOE",
                "=on"
            })
    void what_is_wrong_is_told_with_the_word_itself(String word) {
        read("CARE_PLANS_OPEN=on," + word);
        assertThat(wrong).hasSize(1).first().asString().contains(word);
    }

    @Test
    void no_program_goes_out_of_the_bounds() {
        Proposals standard = Proposals.byDefault();
        assertThatThrownBy(() -> standard.withCardItems(Set.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> standard.withAmounts(Map.of(Amount.WRONG_CHECKS_AN_HOUR, 0)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private Proposals read(String text) {
        return ProposalChoice.read(text, false, wrong::add);
    }
}
