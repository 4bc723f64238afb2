package kaigo.access.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is proposed, and what an operator may choose instead. */
class ProposalsTest {

    @ParameterizedTest
    @EnumSource(Amount.class)
    void a_number_stands_as_proposed_until_another_within_its_bounds_is_chosen(Amount amount) {
        Proposals proposed = Proposals.byDefault();
        assertThat(proposed.amount(amount)).isEqualTo(amount.standard()).isBetween(amount.least(), amount.most());
        for (int bound : new int[] {amount.least(), amount.most()}) {
            assertThat(proposed.withAmounts(Map.of(amount, bound)).amount(amount))
                    .isEqualTo(bound);
        }
        for (int beyond : new int[] {amount.least() - 1, amount.most() + 1}) {
            assertThatThrownBy(() -> proposed.withAmounts(Map.of(amount, beyond)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(amount + " from " + amount.least() + " to " + amount.most());
        }
        assertThat(amount.least()).isPositive();
        assertThat(amount.text()).isNotBlank();
    }

    @Test
    void one_of_the_cards_items_is_needed_at_least() {
        Proposals proposed = Proposals.byDefault();
        assertThat(proposed.cardItems()).containsExactlyInAnyOrder(CardItem.BIRTH_DATE, CardItem.SEX);
        assertThat(proposed.withCardItems(Set.of(CardItem.NAME_KANA)).cardItems())
                .containsExactly(CardItem.NAME_KANA);
        assertThatThrownBy(() -> proposed.withCardItems(Set.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void one_choice_leaves_the_others() {
        Proposals chosen = Proposals.with(Map.of(Proposal.LIFE_OPEN, true))
                .withAmounts(Map.of(Amount.WRONG_CHECKS_AN_HOUR, 7))
                .withCardItems(EnumSet.of(CardItem.SEX));
        assertThat(chosen.isOn(Proposal.LIFE_OPEN)).isTrue();
        assertThat(chosen.amount(Amount.WRONG_CHECKS_AN_HOUR)).isEqualTo(7);
        assertThat(chosen.cardItems()).containsExactly(CardItem.SEX);
    }

    @Test
    void the_demo_opens_what_is_not_open_officially_yet_and_differs_in_nothing_else() {
        for (Proposal proposal : Proposal.values()) {
            boolean ofDemo = proposal == Proposal.LIFE_OPEN || proposal == Proposal.CARE_PLANS_OPEN;
            assertThat(Proposals.ofDemo().isOn(proposal)).isEqualTo(ofDemo || proposal.isOnByDefault());
            assertThat(proposal.text()).isNotBlank();
        }
    }
}
