package kaigo.cli;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import kaigo.access.rules.Amount;
import kaigo.access.rules.CardItem;
import kaigo.access.rules.Proposal;
import kaigo.access.rules.Proposals;

/** 提案の切替え, as KIBAN_PROPOSALS says: switches by on or off, numbers, and the items of the card. */
final class ProposalChoice {

    static final String CARD_ITEMS = "CARD_ITEMS";

    private final Map<Proposal, Boolean> switches = new EnumMap<>(Proposal.class);
    private final Map<Amount, Integer> amounts = new EnumMap<>(Amount.class);
    private final Set<CardItem> items = EnumSet.noneOf(CardItem.class);
    private final Consumer<String> wrong;

    private ProposalChoice(Consumer<String> wrong) {
        this.wrong = wrong;
    }

    /**
     * @param demo what is not said stands as in the demo
     * @param wrong is told what is wrong with it, and how it is right
     */
    static Proposals read(String text, boolean demo, Consumer<String> wrong) {
        ProposalChoice choice = new ProposalChoice(wrong);
        if (demo) {
            Proposals ofDemo = Proposals.ofDemo();
            Arrays.stream(Proposal.values()).forEach(one -> choice.switches.put(one, ofDemo.isOn(one)));
        }
        for (String word : text.split(",")) {
            if (!word.isBlank()) {
                choice.add(word.strip());
            }
        }
        Proposals all = Proposals.with(choice.switches).withAmounts(choice.amounts);
        return choice.items.isEmpty() ? all : all.withCardItems(choice.items);
    }

    private void add(String word) {
        String name = word.substring(0, Math.max(0, word.indexOf('=')));
        String value = word.substring(word.indexOf('=') + 1);
        Optional<Proposal> proposal = named(Proposal.values(), name);
        Optional<Amount> amount = named(Amount.values(), name);
        if (proposal.isPresent() && value.matches("on|off")) {
            switches.put(proposal.get(), value.equals("on"));
        } else if (amount.isPresent()) {
            add(amount.get(), word, value);
        } else if (name.equals(CARD_ITEMS)) {
            addItems(word, value);
        } else {
            wrong.accept("「名前=on」か「名前=off」ではありません / neither name=on nor name=off: " + word);
        }
    }

    private void add(Amount amount, String word, String value) {
        int number = value.matches("[0-9]{1,5}") ? Integer.parseInt(value) : -1;
        if (number < amount.least() || number > amount.most()) {
            wrong.accept(amount.least() + "〜" + amount.most() + " の数にしてください / not a number up to " + amount.most()
                    + ": " + word);
        } else {
            amounts.put(amount, number);
        }
    }

    private void addItems(String word, String value) {
        for (String item : value.split("\\+", -1)) {
            Optional<CardItem> known = named(CardItem.values(), item);
            known.ifPresent(items::add);
            if (known.isEmpty()) {
                wrong.accept("BIRTH_DATE、SEX、NAME_KANA を + でつないでください / items joined by +: " + word);
            }
        }
    }

    private static <E extends Enum<E>> Optional<E> named(E[] all, String name) {
        return Arrays.stream(all).filter(one -> one.name().equals(name)).findFirst();
    }
}
