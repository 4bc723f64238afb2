package kaigo.opinion.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import kaigo.access.PersonKey;
import kaigo.opinion.Asked;
import kaigo.screens.Field;
import kaigo.screens.ScreenText;
import kaigo.shared.InstitutionId;
import kaigo.shared.InsuredNumber;
import kaigo.shared.InsurerNumber;
import kaigo.shared.JapaneseDates;
import kaigo.shared.Text;

/** 紙で受領, as it was typed: which opinion came on paper, and when. */
public record RequestForm(
        String insured, String requestedOn, String kind, String number, String receivedOn, Map<String, String> errors) {

    /**
     * The fields by their names.
     *
     * @param issuerKind 発行機関区分
     */
    record Typed(
            String paperInsured,
            String paperRequestedOn,
            String issuerKind,
            String paperIssuer,
            String paperReceivedOn) {}

    static RequestForm empty(LocalDate today) {
        return new RequestForm("", "", "1", "", JapaneseDates.wareki(today), Map.of());
    }

    static RequestForm of(Typed typed, LocalDate today) {
        RequestForm form = new RequestForm(
                plain(typed.paperInsured()),
                plain(typed.paperRequestedOn()),
                plain(typed.issuerKind()),
                plain(typed.paperIssuer()),
                plain(typed.paperReceivedOn()),
                Map.of());
        return new RequestForm(
                form.insured, form.requestedOn, form.kind, form.number, form.receivedOn, form.check(today));
    }

    private static String plain(String typed) {
        return typed == null ? "" : Text.trimBlank(typed);
    }

    private Map<String, String> check(LocalDate today) {
        Map<String, String> wrong = new TreeMap<>();
        if (!InsuredNumber.hasForm(Text.narrow(insured))) {
            wrong.put("paperInsured", "form");
        }
        Optional<LocalDate> requested = JapaneseDates.parse(requestedOn).filter(day -> !day.isAfter(today));
        if (requested.isEmpty()) {
            wrong.put("paperRequestedOn", "form");
        }
        if (issuer().isEmpty()) {
            wrong.put("paperIssuer", "form");
        }
        boolean fits = JapaneseDates.parse(receivedOn)
                .filter(day -> !day.isAfter(today)
                        && requested.filter(asked -> day.isBefore(asked)).isEmpty())
                .isPresent();
        if (!fits) {
            wrong.put("paperReceivedOn", "form");
        }
        wrong.replaceAll((field, why) -> ScreenText.text("request.wrong." + field));
        return wrong;
    }

    private Optional<InstitutionId> issuer() {
        return switch (kind) {
            case "1" -> InstitutionId.find(InstitutionId.Kind.CLINIC, Text.narrow(number));
            case "2" -> InstitutionId.find(InstitutionId.Kind.OFFICE, Text.narrow(number));
            default -> Optional.empty();
        };
    }

    boolean isWrong() {
        return !errors.isEmpty();
    }

    Asked asked(InsurerNumber insurer) {
        return new Asked(
                new PersonKey(insurer, InsuredNumber.of(Text.narrow(insured))),
                issuer().orElseThrow(),
                JapaneseDates.parse(requestedOn).orElseThrow(),
                null);
    }

    LocalDate received() {
        return JapaneseDates.parse(receivedOn).orElseThrow();
    }

    /** In the order of the page. */
    public List<Field> all() {
        return Stream.of(
                        Field.of("paperInsured", "number", 20).filled(insured),
                        Field.of("paperRequestedOn", "text", 30).filled(requestedOn),
                        Field.of("paperIssuer", "number", 20).filled(number),
                        Field.of("paperReceivedOn", "text", 30).filled(receivedOn))
                .map(field ->
                        errors.containsKey(field.name()) ? field.wrong(errors.getOrDefault(field.name(), "")) : field)
                .toList();
    }

    @Override
    public String toString() {
        return "RequestForm[…]";
    }
}
