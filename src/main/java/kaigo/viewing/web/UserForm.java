package kaigo.viewing.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import kaigo.access.PersonKey;
import kaigo.access.rules.CardItem;
import kaigo.insured.CardItems;
import kaigo.screens.Field;
import kaigo.screens.ScreenText;
import kaigo.shared.InsuredNumber;
import kaigo.shared.InsurerNumber;
import kaigo.shared.JapaneseDates;
import kaigo.shared.Kana;
import kaigo.shared.Sex;
import kaigo.shared.Text;
import org.springframework.util.MultiValueMap;

/**
 * 利用者の追加の用紙: the items of the card as they were typed.
 *
 * @param asked which items beside the two numbers are asked for (a setting)
 * @param errors by field
 */
public record UserForm(
        String insurer,
        String insured,
        String birthDate,
        String sex,
        String nameKana,
        Set<CardItem> asked,
        Map<String, String> errors) {

    private static final String UNKNOWN = "不詳";

    static UserForm empty(Set<CardItem> asked) {
        return new UserForm("", "", "", "", "", asked, Map.of());
    }

    /** Of somebody who is known by the numbers already. */
    static UserForm of(PersonKey person, Set<CardItem> asked) {
        return new UserForm(person.insurer().value(), person.insured().value(), "", "", "", asked, Map.of());
    }

    static UserForm typed(MultiValueMap<String, String> typed, Set<CardItem> asked) {
        UserForm form = new UserForm(
                text(typed, "cardInsurer"),
                text(typed, "cardInsured"),
                text(typed, "cardBirth"),
                text(typed, "cardSex"),
                text(typed, "cardKana"),
                asked,
                Map.of());
        return form.with(form.check());
    }

    private static String text(MultiValueMap<String, String> typed, String name) {
        String value = typed.getFirst(name);
        return value == null ? "" : Text.trimBlank(value);
    }

    private Map<String, String> check() {
        Map<String, String> wrong = new TreeMap<>();
        if (!InsurerNumber.hasForm(Text.narrow(insurer))) {
            wrong.put("cardInsurer", why(insurer));
        }
        if (!InsuredNumber.hasForm(Text.narrow(insured))) {
            wrong.put("cardInsured", why(insured));
        }
        if (asked.contains(CardItem.BIRTH_DATE)
                && !birthDate.equals(UNKNOWN)
                && birthDay().isEmpty()) {
            wrong.put("cardBirth", why(birthDate));
        }
        if (asked.contains(CardItem.SEX) && Sex.ofCode(sex).isEmpty()) {
            wrong.put("cardSex", "missing");
        }
        if (asked.contains(CardItem.NAME_KANA) && !Kana.isFullWidthKatakana(Kana.fold(nameKana))) {
            wrong.put("cardKana", why(nameKana));
        }
        wrong.replaceAll((field, why) -> ScreenText.text("userForm.wrong." + field + "." + why));
        return wrong;
    }

    private static String why(String typed) {
        return typed.isEmpty() ? "missing" : "form";
    }

    /** The birth day in both calendars, as it was understood. */
    private Optional<LocalDate> birthDay() {
        return JapaneseDates.parse(birthDate);
    }

    private UserForm with(Map<String, String> wrong) {
        return new UserForm(insurer, insured, birthDate, sex, nameKana, asked, wrong);
    }

    boolean isWrong() {
        return !errors.isEmpty();
    }

    /** Only of one that is not wrong. */
    PersonKey person() {
        return new PersonKey(new InsurerNumber(Text.narrow(insurer)), InsuredNumber.of(Text.narrow(insured)));
    }

    CardItems items() {
        return new CardItems(birthDate, sex, nameKana);
    }

    public boolean asks(CardItem item) {
        return asked.contains(item);
    }

    public Field field(String name) {
        Field field = switch (name) {
            case "cardInsurer" -> Field.of(name, "number", 12).filled(insurer);
            case "cardInsured" -> Field.of(name, "number", 20).filled(insured);
            case "cardBirth" -> Field.of(name, "text", 30).filled(birthDate);
            case "cardKana" -> Field.of(name, "text", 100).filled(nameKana);
            default -> Field.of(name, "group", 0).filled(sex);
        };
        String why = errors.get(name);
        return why == null ? field : field.wrong(why);
    }

    /** In the order of the page. */
    public List<Field> all() {
        return Stream.of("cardInsurer", "cardInsured", "cardBirth", "cardSex", "cardKana")
                .map(this::field)
                .toList();
    }

    @Override
    public String toString() {
        return "UserForm[…]";
    }
}
