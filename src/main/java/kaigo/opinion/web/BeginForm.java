package kaigo.opinion.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import kaigo.access.PersonKey;
import kaigo.screens.Field;
import kaigo.screens.ScreenText;
import kaigo.shared.InsuredNumber;
import kaigo.shared.InsurerNumber;
import kaigo.shared.JapaneseDates;
import kaigo.shared.Text;

/** 意見書の入力を始める: what stands in the letter of request, as it was typed. */
public record BeginForm(String insurer, String insured, String requestedOn, Map<String, String> errors) {

    static final BeginForm EMPTY = new BeginForm("", "", "", Map.of());

    static BeginForm typed(String insurer, String insured, String requestedOn, LocalDate today) {
        BeginForm form =
                new BeginForm(Text.trimBlank(insurer), Text.trimBlank(insured), Text.trimBlank(requestedOn), Map.of());
        return new BeginForm(form.insurer, form.insured, form.requestedOn, form.check(today));
    }

    private Map<String, String> check(LocalDate today) {
        Map<String, String> wrong = new TreeMap<>();
        if (!InsurerNumber.hasForm(Text.narrow(insurer))) {
            wrong.put("letterInsurer", "form");
        }
        if (!InsuredNumber.hasForm(Text.narrow(insured))) {
            wrong.put("letterInsured", "form");
        }
        if (day().filter(day -> !day.isAfter(today)).isEmpty()) {
            wrong.put("letterRequestedOn", "form");
        }
        wrong.replaceAll((field, why) -> ScreenText.text("letter.begin.wrong." + field));
        return wrong;
    }

    private Optional<LocalDate> day() {
        return JapaneseDates.parse(requestedOn);
    }

    boolean isWrong() {
        return !errors.isEmpty();
    }

    PersonKey person() {
        return new PersonKey(new InsurerNumber(Text.narrow(insurer)), InsuredNumber.of(Text.narrow(insured)));
    }

    LocalDate requested() {
        return day().orElseThrow();
    }

    /** In the order of the page. */
    public List<Field> all() {
        return Stream.of(
                        Field.of("letterInsurer", "number", 12).filled(insurer),
                        Field.of("letterInsured", "number", 20).filled(insured),
                        Field.of("letterRequestedOn", "text", 30).filled(requestedOn))
                .map(field ->
                        errors.containsKey(field.name()) ? field.wrong(errors.getOrDefault(field.name(), "")) : field)
                .toList();
    }

    @Override
    public String toString() {
        return "BeginForm[…]";
    }
}
