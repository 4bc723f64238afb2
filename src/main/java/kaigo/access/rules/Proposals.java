package kaigo.access.rules;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The switches, numbers and items as they stand. Unchangeable: a choice is part of the start of a program. */
public final class Proposals {

    private final Set<Proposal> on;
    private final Map<Amount, Integer> amounts;
    private final Set<CardItem> cardItems;

    private Proposals(Set<Proposal> on, Map<Amount, Integer> amounts, Set<CardItem> cardItems) {
        this.on = on;
        this.amounts = amounts;
        this.cardItems = cardItems;
    }

    public static Proposals byDefault() {
        return with(Map.of());
    }

    /** As the fictitious country shows them: with the functions that are not open officially yet (settled 12). */
    public static Proposals ofDemo() {
        return with(Map.of(Proposal.LIFE_OPEN, true, Proposal.CARE_PLANS_OPEN, true));
    }

    /** @param chosen the switches that do not stand as proposed, or are said once more */
    public static Proposals with(Map<Proposal, Boolean> chosen) {
        return new Proposals(
                Arrays.stream(Proposal.values())
                        .filter(one -> chosen.getOrDefault(one, one.isOnByDefault()))
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Proposal.class))),
                Map.of(),
                CardItem.BY_DEFAULT);
    }

    /** The same with other numbers. Throws IllegalArgumentException if one is out of its bounds. */
    public Proposals withAmounts(Map<Amount, Integer> chosen) {
        chosen.forEach((amount, number) -> {
            if (number < amount.least() || number > amount.most()) {
                throw new IllegalArgumentException(amount + " from " + amount.least() + " to " + amount.most());
            }
        });
        return new Proposals(on, Map.copyOf(chosen), cardItems);
    }

    /** The same with other items of the card. Throws IllegalArgumentException for none: two numbers alone prove nothing. */
    public Proposals withCardItems(Set<CardItem> items) {
        if (items.isEmpty()) {
            throw new IllegalArgumentException("an item is needed");
        }
        return new Proposals(on, amounts, EnumSet.copyOf(items));
    }

    public int amount(Amount amount) {
        return amounts.getOrDefault(amount, amount.standard());
    }

    /** What of the card is compared beside its two numbers. */
    public Set<CardItem> cardItems() {
        return EnumSet.copyOf(cardItems);
    }

    public boolean isOn(Proposal proposal) {
        return on.contains(proposal);
    }

    /** Days of ※1 and ※3 that follow 申請書提出日. */
    public int daysOfWindow() {
        return isOn(Proposal.THIRTIETH_DAY_INCLUDED) ? 30 : 29;
    }

    /**
     * 期限前の再確認: whoever was last served before this day has gone without a claim for as many whole months as are proposed
     * (rulings 29).
     */
    public LocalDate unclaimedBefore(LocalDate today) {
        return YearMonth.from(today)
                .minusMonths(amount(Amount.MONTHS_WITHOUT_CLAIM))
                .atDay(1);
    }

    /** Whether the function that brings this kind is in use. */
    boolean isOpen(Kind kind) {
        return switch (kind) {
            case CERT_APPLICATION -> isOn(Proposal.CERT_APPLICATION_OPEN);
            case LIFE -> isOn(Proposal.LIFE_OPEN);
            case CP_HOME_1, CP_HOME_2, CP_HOME_3, CP_HOME_6, CP_HOME_7, CP_FACILITY_1, CP_FACILITY_2, CP_FACILITY_3 ->
                isOn(Proposal.CARE_PLANS_OPEN);
            default -> true;
        };
    }
}
