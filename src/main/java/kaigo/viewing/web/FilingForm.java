package kaigo.viewing.web;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import kaigo.filing.WantedFiling;
import kaigo.filing.WantedFiling.Told;
import kaigo.filing.rules.FilingKind;
import kaigo.filing.rules.Submission;
import kaigo.insured.Banner;
import kaigo.screens.Field;
import kaigo.screens.ScreenText;
import kaigo.shared.JapaneseDates;
import kaigo.shared.Kana;
import kaigo.shared.MyNumber;
import kaigo.shared.OfficeNumber;
import kaigo.shared.Sex;
import kaigo.shared.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * 代行届出の用紙, as it was typed.
 *
 * @param typed by field
 * @param old 提出日 is long ago, and whoever files says so
 * @param form names this form, so that it acts once
 * @param errors by field
 */
public record FilingForm(
        FilingKind kind, Map<String, String> typed, boolean old, String form, Map<String, String> errors)
        implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final String OFFICE = "filingOffice";
    private static final String DELEGATE = "filingDelegate";
    private static final String FILED_ON = "filedOn";
    private static final String CHANGED_ON = "filingChangedOn";
    private static final String REASON = "filingReason";
    private static final String NAME = "toldName";
    private static final String KANA = "toldKana";
    private static final String BIRTH = "toldBirth";
    private static final String SEX = "toldSex";
    private static final List<String> TEXTS =
            List.of(OFFICE, DELEGATE, FILED_ON, CHANGED_ON, REASON, NAME, KANA, BIRTH, SEX);

    /** Of what is told of the person, and may be left out. */
    private static final List<String> TOLD = List.of(NAME, KANA, BIRTH, SEX);

    private static final int NAME_LENGTH = 40;

    /** Whoever files later than that is asked whether the day is right (proposed, ours). */
    private static final int RECENT_DAYS = 30;

    /** Filled from the person. An office that files for another stands as its 委託先. */
    static FilingForm fresh(FilingKind kind, Banner person, String office, boolean responsible, LocalDate today) {
        Map<String, String> typed = told(person);
        typed.put(responsible ? OFFICE : DELEGATE, office);
        typed.put(FILED_ON, JapaneseDates.wareki(today));
        return new FilingForm(kind, typed, false, UUID.randomUUID().toString(), Map.of());
    }

    /** Filled from what the office itself filed last. */
    static FilingForm again(Submission last, Banner person) {
        Map<String, String> typed = told(person);
        typed.put(OFFICE, last.officeNumber());
        typed.put(DELEGATE, Objects.requireNonNullElse(last.delegateNumber(), ""));
        typed.put(FILED_ON, JapaneseDates.wareki(last.filedOn()));
        typed.put(REASON, last.changeReason());
        typed.put(CHANGED_ON, last.changedOn() == null ? "" : JapaneseDates.wareki(last.changedOn()));
        return new FilingForm(last.kind(), typed, false, UUID.randomUUID().toString(), Map.of());
    }

    private static Map<String, String> told(Banner person) {
        Map<String, String> typed = new TreeMap<>();
        typed.put(NAME, person.name());
        typed.put(KANA, person.nameKana());
        typed.put(BIRTH, person.birthDate() == null ? "" : JapaneseDates.wareki(person.birthDate()));
        typed.put(SEX, person.sex());
        return typed;
    }

    static FilingForm typed(FilingKind kind, MultiValueMap<String, String> sent, LocalDate today) {
        Map<String, String> typed = new TreeMap<>();
        TEXTS.forEach(name -> typed.put(name, text(sent, name)));
        FilingForm form = new FilingForm(kind, typed, sent.containsKey("oldDay"), name(sent), Map.of());
        return new FilingForm(kind, typed, form.old, form.form, form.check(today));
    }

    /** One that came without a name is a form of its own. */
    static String name(MultiValueMap<String, String> sent) {
        String form = text(sent, "form");
        return form.isEmpty() || form.length() > NAME_LENGTH ? UUID.randomUUID().toString() : form;
    }

    private static String text(MultiValueMap<String, String> sent, String name) {
        String value = sent.getFirst(name);
        return value == null ? "" : Text.trimBlank(value);
    }

    public String value(String name) {
        return typed.getOrDefault(name, "");
    }

    private Map<String, String> check(LocalDate today) {
        Map<String, String> wrong = new TreeMap<>();
        checkOffice(OFFICE, true, wrong);
        checkOffice(DELEGATE, false, wrong);
        checkDays(today, wrong);
        checkText(REASON, wrong);
        checkText(NAME, wrong);
        String kana = Kana.widen(value(KANA));
        if (!kana.isEmpty() && (!Kana.isFullWidthKatakana(kana) || kana.length() > WantedFiling.REASON)) {
            wrong.put(KANA, "form");
        }
        if (!value(BIRTH).isEmpty()
                && day(BIRTH).filter(day -> !day.isAfter(today)).isEmpty()) {
            wrong.put(BIRTH, "form");
        }
        if (!value(SEX).isEmpty() && Sex.ofCode(value(SEX)).isEmpty()) {
            wrong.put(SEX, "form");
        }
        wrong.replaceAll((field, why) -> ScreenText.text("filingForm.wrong." + field + "." + why));
        return wrong;
    }

    /** As P04 takes them: no control character, and nothing that may be a マイナンバー. */
    private void checkText(String name, Map<String, String> wrong) {
        String text = value(name);
        if (text.length() > WantedFiling.REASON || Text.hasControlCharacter(text)) {
            wrong.put(name, "form");
        } else if (MyNumber.mayStandIn(text)) {
            wrong.put(name, "secret");
        }
    }

    private void checkOffice(String name, boolean required, Map<String, String> wrong) {
        String number = Text.narrow(value(name));
        if (number.isEmpty() ? required : !OfficeNumber.hasCheckDigit(number)) {
            wrong.put(name, number.isEmpty() ? "missing" : "form");
        }
    }

    private void checkDays(LocalDate today, Map<String, String> wrong) {
        Optional<LocalDate> filed = day(FILED_ON);
        if (filed.isEmpty()) {
            wrong.put(FILED_ON, value(FILED_ON).isEmpty() ? "missing" : "form");
        } else if (filed.get().isAfter(today)) {
            wrong.put(FILED_ON, "future");
        } else if (filed.get().isBefore(today.minusDays(RECENT_DAYS)) && !old) {
            wrong.put("oldDay", "missing");
        }
        if (!value(CHANGED_ON).isEmpty() && day(CHANGED_ON).isEmpty()) {
            wrong.put(CHANGED_ON, "form");
        }
    }

    private Optional<LocalDate> day(String name) {
        return JapaneseDates.parse(value(name));
    }

    public boolean isWrong() {
        return !errors.isEmpty();
    }

    /** 提出日 is long ago: whether that is meant, is asked. */
    public boolean asksOldDay() {
        return old || errors.containsKey("oldDay");
    }

    /** Whether the part of the form that may be left out has to be seen. */
    public boolean isToldOpen() {
        return TOLD.stream().anyMatch(errors::containsKey);
    }

    /** Only of one that is not wrong. */
    WantedFiling wanted() {
        String delegate = Text.narrow(value(DELEGATE));
        return new WantedFiling(
                kind,
                Text.narrow(value(OFFICE)),
                delegate.isEmpty() || !kind.mayBeDelegated() ? null : delegate,
                day(FILED_ON).orElseThrow(),
                day(CHANGED_ON).orElse(null),
                value(REASON),
                new Told(value(NAME), Kana.widen(value(KANA)), day(BIRTH).orElse(null), value(SEX)));
    }

    public Field field(String name) {
        Field field = switch (name) {
            case OFFICE -> Field.of(name, "number", 20);
            case FILED_ON -> Field.of(name, "text", 30);
            case DELEGATE -> Field.optional(name, "number", 20);
            case CHANGED_ON, BIRTH -> Field.optional(name, "text", 30);
            case SEX, "oldDay" -> Field.of(name, "group", 0);
            default -> Field.optional(name, "text", WantedFiling.REASON);
        };
        String why = errors.get(name);
        return why == null
                ? field.filled(value(name))
                : field.filled(value(name)).wrong(why);
    }

    public @Nullable String error(String name) {
        return errors.get(name);
    }

    /** In the order of the page. */
    public List<Field> all() {
        return Stream.of(OFFICE, DELEGATE, FILED_ON, "oldDay", CHANGED_ON, REASON, NAME, KANA, BIRTH, SEX)
                .map(this::field)
                .toList();
    }

    @Override
    public String toString() {
        return "FilingForm[…]";
    }
}
