package kaigo.opinion.api;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kaigo.api.Envelope.Fault;
import kaigo.layout.LayoutItem;
import kaigo.opinion.LetterAnswer;
import kaigo.opinion.rules.LetterCheck.Wrong;
import kaigo.outbox.Receptions;
import kaigo.screens.ScreenText;
import org.jspecify.annotations.Nullable;

/** 業務エラー: why nothing was done, with what to do. */
final class Faults {

    private Faults() {}

    static Fault of(LetterAnswer answer) {
        return of(answer, null);
    }

    /** @param from the day from which the municipality takes them, or null if it is not known */
    static Fault of(LetterAnswer answer, @Nullable LocalDate from) {
        return new Fault(answer.name(), null, answer.sentence() + Receptions.takesFrom(from), answer.nextStep());
    }

    /** The answer, then what is wrong with each item. */
    static List<Fault> of(LetterAnswer answer, List<LayoutItem> items, Map<String, Wrong> wrong) {
        return Stream.concat(Stream.of(of(answer)), list(items, wrong).stream()).toList();
    }

    /** @param wrong by code */
    static List<Fault> list(List<LayoutItem> items, Map<String, Wrong> wrong) {
        Map<String, String> names = items.stream().collect(Collectors.toMap(LayoutItem::code, LayoutItem::name));
        return wrong.entrySet().stream()
                .map(one -> Fault.ofValue(
                        "/items/" + one.getKey(),
                        ScreenText.text(
                                "letter.wrong." + one.getValue(), names.getOrDefault(one.getKey(), one.getKey()))))
                .toList();
    }

    static Fault ofSecret(String code, String name) {
        return Fault.ofValue("/items/" + code, ScreenText.text("letter.wrong." + Wrong.SECRET, name));
    }
}
