package kaigo.opinion.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import kaigo.opinion.FeeTables.Dated;
import kaigo.opinion.rules.ClaimCheck;
import kaigo.opinion.rules.Fees;
import kaigo.opinion.rules.UsualFees;
import kaigo.screens.Field;
import kaigo.screens.ScreenText;
import kaigo.shared.JapaneseDates;
import kaigo.shared.Text;

/** 意見書作成料の表, as it was typed: by the name of the field. */
public record FeeForm(Map<String, String> typed, Map<String, String> errors) {

    private static final String FROM = "feesFrom";
    private static final String YEARS = "feesNewAfterYears";
    private static final List<String> OWN_WORDS = List.of(FROM, YEARS);
    private static final List<String> YEN = List.of("11", "12", "21", "22");
    private static final int MOST_YEARS = 50;

    /** With the usual fees filled in. */
    static FeeForm empty(LocalDate today) {
        Map<String, String> usual = new HashMap<>();
        UsualFees.on(today).yen().forEach((cell, yen) -> usual.put("fee" + cell, String.valueOf(yen)));
        return new FeeForm(usual, Map.of());
    }

    static FeeForm of(UnaryOperator<String> sent) {
        Map<String, String> typed = new HashMap<>();
        names().forEach(name -> {
            String value = Text.trimBlank(sent.apply(name));
            typed.put(name, name.equals(FROM) ? value : Text.narrow(value).replace(",", ""));
        });
        FeeForm form = new FeeForm(typed, Map.of());
        return new FeeForm(typed, form.check());
    }

    private static Stream<String> names() {
        return Stream.of(
                        Stream.of(FROM),
                        YEN.stream().map(cell -> "fee" + cell),
                        Stream.of(YEARS),
                        ClaimCheck.POINTS.stream().map(code -> "bound-" + code))
                .flatMap(name -> name);
    }

    private Map<String, String> check() {
        Map<String, String> wrong = new TreeMap<>();
        names().forEach(name -> {
            String value = typed.getOrDefault(name, "");
            boolean right = switch (name) {
                case FROM -> JapaneseDates.parse(value).isPresent();
                case YEARS -> value.isEmpty() || value.matches("[1-9][0-9]?") && Integer.parseInt(value) <= MOST_YEARS;
                default -> value.matches("[0-9]{1,7}") || value.isEmpty() && name.startsWith("bound-");
            };
            if (!right) {
                wrong.put(
                        name,
                        ScreenText.text("fees.wrong." + (OWN_WORDS.contains(name) ? name : "number"), label(name)));
            }
        });
        return wrong;
    }

    boolean isWrong() {
        return !errors.isEmpty();
    }

    Dated table() {
        Map<String, Integer> yen = new TreeMap<>();
        YEN.forEach(cell -> yen.put(cell, Integer.valueOf(typed.getOrDefault("fee" + cell, "0"))));
        Map<String, Integer> bounds = new TreeMap<>();
        ClaimCheck.POINTS.forEach(code -> {
            String most = typed.getOrDefault("bound-" + code, "");
            if (!most.isEmpty()) {
                bounds.put(code, Integer.valueOf(most));
            }
        });
        LocalDate from = JapaneseDates.parse(typed.getOrDefault(FROM, "")).orElseThrow();
        String years = typed.getOrDefault(YEARS, "");
        int tax = UsualFees.on(from).taxPercent();
        return new Dated(from, new Fees(yen, tax, years.isEmpty() ? null : Integer.valueOf(years), bounds));
    }

    /** In the order of the page. */
    public List<Field> all() {
        List<Field> fields = new ArrayList<>();
        names().forEach(name -> {
            boolean optional = name.equals(YEARS) || name.startsWith("bound-");
            String type = name.equals(FROM) ? "text" : "number";
            Field field = (optional ? Field.optional(name, type, 30) : Field.of(name, type, 30))
                    .filled(typed.getOrDefault(name, ""));
            fields.add(errors.containsKey(name) ? field.wrong(errors.getOrDefault(name, "")) : field);
        });
        return fields;
    }

    private static String label(String name) {
        return ScreenText.text("field." + name);
    }
}
