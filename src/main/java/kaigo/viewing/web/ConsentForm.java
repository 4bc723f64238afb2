package kaigo.viewing.web;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import kaigo.consent.ConsentText;
import kaigo.consent.Hearing;
import kaigo.consent.Hearing.Relation;
import kaigo.consent.Hearings;
import kaigo.consent.rules.ConsentAct;
import kaigo.screens.Field;
import kaigo.screens.ScreenText;
import kaigo.shared.JapaneseDates;
import kaigo.shared.MyNumber;
import kaigo.shared.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/**
 * 同意の記録の用紙, as it was typed (rulings 23).
 *
 * @param answer what was said, or UNCONFIRMED; empty: nothing chosen yet
 * @param speaker SELF or PROXY
 * @param form names this form, so that it acts once
 * @param errors by field
 */
public record ConsentForm(
        String answer,
        String on,
        boolean read,
        String speaker,
        String relation,
        String reason,
        String form,
        Map<String, String> errors)
        implements Serializable {

    private static final long serialVersionUID = 1L;

    /** 同意を確認できない: a note, and no act. */
    public static final String UNCONFIRMED = "UNCONFIRMED";

    static final String SELF = "SELF";
    static final String PROXY = "PROXY";

    static ConsentForm empty(LocalDate today) {
        return new ConsentForm(
                "",
                JapaneseDates.wareki(today),
                false,
                "",
                "",
                "",
                UUID.randomUUID().toString(),
                Map.of());
    }

    /** 窓口での撤回: nothing else is asked. */
    static ConsentForm withdrawal(MultiValueMap<String, String> typed, LocalDate today) {
        MultiValueMap<String, String> withdrawn = new LinkedMultiValueMap<>(typed);
        withdrawn.set("answer", ConsentAct.WITHDRAW.name());
        return typed(withdrawn, today);
    }

    static ConsentForm typed(MultiValueMap<String, String> typed, LocalDate today) {
        ConsentForm form = new ConsentForm(
                text(typed, "answer"),
                text(typed, "heardOn"),
                typed.containsKey("readAloud"),
                text(typed, "speaker"),
                text(typed, "relation"),
                text(typed, "unconfirmedReason"),
                text(typed, "form"),
                Map.of());
        return form.with(form.check(today));
    }

    private static String text(MultiValueMap<String, String> typed, String name) {
        String value = typed.getFirst(name);
        return value == null ? "" : Text.trimBlank(value);
    }

    private Map<String, String> check(LocalDate today) {
        Map<String, String> wrong = new TreeMap<>();
        if (isUnconfirmed()) {
            boolean fits = !reason.isBlank() && reason.length() <= Hearings.LONGEST_REASON;
            if (fits && MyNumber.mayStandIn(reason)) {
                wrong.put("unconfirmedReason", "secret");
            } else if (!fits) {
                wrong.put("unconfirmedReason", reason.isBlank() ? "missing" : "form");
            }
        } else {
            if (act().isEmpty()) {
                wrong.put("answer", "missing");
            }
            if (!reason.isBlank()) {
                wrong.put("unconfirmedReason", "unasked");
            }
            checkHearing(today, wrong);
        }
        wrong.replaceAll((field, why) -> ScreenText.text("consentForm.wrong." + field + "." + why));
        return wrong;
    }

    private void checkHearing(LocalDate today, Map<String, String> wrong) {
        Optional<LocalDate> day = day();
        if (day.isEmpty()) {
            wrong.put("heardOn", on.isEmpty() ? "missing" : "form");
        } else if (day.get().isAfter(today)) {
            wrong.put("heardOn", "future");
        } else if (ConsentText.on(day.get()).isEmpty()) {
            wrong.put("heardOn", "early");
        }
        if (!read && act().filter(one -> one != ConsentAct.WITHDRAW).isPresent()) {
            wrong.put("readAloud", "missing");
        }
        if (!speaker.equals(SELF) && !speaker.equals(PROXY)) {
            wrong.put("speaker", "missing");
        } else if (speaker.equals(PROXY) && relative().isEmpty()) {
            wrong.put("relation", "missing");
        } else if (speaker.equals(SELF) && !relation.isEmpty()) {
            wrong.put("relation", "unasked");
        }
    }

    private ConsentForm with(Map<String, String> wrong) {
        return new ConsentForm(answer, on, read, speaker, relation, reason, form, wrong);
    }

    public boolean isWrong() {
        return !errors.isEmpty();
    }

    public boolean isUnconfirmed() {
        return answer.equals(UNCONFIRMED);
    }

    private Optional<ConsentAct> act() {
        return Arrays.stream(ConsentAct.values())
                .filter(one -> one.name().equals(answer))
                .findFirst();
    }

    private Optional<LocalDate> day() {
        return JapaneseDates.parse(on);
    }

    private Optional<Relation> relative() {
        return Arrays.stream(Relation.values())
                .filter(one -> one.name().equals(relation))
                .findFirst();
    }

    /** Only of one that is not wrong, and not UNCONFIRMED. */
    Hearing hearing() {
        Relation spokeFor = speaker.equals(PROXY) ? relative().orElseThrow() : null;
        return new Hearing(act().orElseThrow(), day().orElseThrow(), spokeFor);
    }

    public Field field(String name) {
        Field field = switch (name) {
            case "heardOn" -> Field.of(name, "text", 30).filled(on);
            case "unconfirmedReason" ->
                Field.optional(name, "textarea", Hearings.LONGEST_REASON).filled(reason);
            default -> Field.of(name, "group", 0);
        };
        String why = errors.get(name);
        return why == null ? field : field.wrong(why);
    }

    public @Nullable String error(String name) {
        return errors.get(name);
    }

    /** In the order of the page. */
    public List<Field> all() {
        return Stream.of("answer", "heardOn", "readAloud", "speaker", "relation", "unconfirmedReason")
                .map(this::field)
                .toList();
    }

    public List<String> answers() {
        return Stream.concat(
                        Stream.of(ConsentAct.GRANT, ConsentAct.REFUSE, ConsentAct.WITHDRAW)
                                .map(Enum::name),
                        Stream.of(UNCONFIRMED))
                .toList();
    }

    @Override
    public String toString() {
        return "ConsentForm[…]";
    }
}
