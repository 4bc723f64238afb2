package kaigo.opinion.rules;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kaigo.layout.Item;
import kaigo.layout.ItemType;
import kaigo.layout.Layout;
import kaigo.layout.LayoutItem;
import kaigo.layout.Layouts;
import kaigo.layout.items.P02;

/** 意見書の六つのステップ, in the order of the form (the ministry's screen). Names: {@code letter.step.NAME}. */
public enum LetterStep {
    BASIC(P02.ENTERED_ON),
    ILLNESS(P02.DIAGNOSES1_NAME),
    TREATMENT(P02.TREATMENT1),
    CONDITION(P02.DISABILITY),
    SERVICES(P02.OUTDOOR_WALKING),
    REMARKS(P02.REMARKS);

    private static final Layout LAYOUT = Layouts.newest("P02").orElseThrow();

    private final Item first;

    LetterStep(Item first) {
        this.first = first;
    }

    public int number() {
        return ordinal() + 1;
    }

    /** What is asked in it, in the order of the form. */
    public List<LayoutItem> items() {
        int from = LAYOUT.position(first.code());
        int to = this == REMARKS ? LAYOUT.ownItems().size() : LAYOUT.position(values()[ordinal() + 1].first.code());
        return LAYOUT.ownItems().subList(from, to);
    }

    /** What is asked in all of them. */
    public static List<LayoutItem> allItems() {
        return Arrays.stream(values()).flatMap(step -> step.items().stream()).toList();
    }

    /** Of an earlier opinion what may still be so: not its days. */
    public static Map<String, String> carriedOver(Map<String, String> earlier) {
        Map<String, String> items = new LinkedHashMap<>();
        allItems().stream()
                .filter(item -> item.type() != ItemType.D || item.code().equals(P02.BIRTH_DATE.code()))
                .map(LayoutItem::code)
                .filter(code -> !earlier.getOrDefault(code, "").isEmpty())
                .forEach(code -> items.put(code, earlier.getOrDefault(code, "")));
        return items;
    }

    public static Optional<LetterStep> ofNumber(int number) {
        return Arrays.stream(values()).filter(step -> step.number() == number).findFirst();
    }
}
