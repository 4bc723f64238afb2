package kaigo.viewing.web;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import kaigo.filing.TypedFiling;
import kaigo.filing.TypedFiling.Entry;
import kaigo.filing.TypedFiling.Wrong;
import kaigo.filing.WantedFiling;
import kaigo.filing.rules.FilingKind;
import kaigo.filing.rules.Submission;
import kaigo.insured.Banner;
import kaigo.screens.Field;
import kaigo.shared.JapaneseDates;
import kaigo.shared.Text;
import org.springframework.util.MultiValueMap;

/**
 * 代行届出の用紙, as it was typed.
 *
 * @param form names this form, so that it acts once
 * @param wrong empty as long as it was not sent
 */
public record FilingForm(TypedFiling filing, String form, Map<Entry, Wrong> wrong) implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final String OLD_DAY = "oldDay";

    /** How the entries are called on the page. */
    private static final Map<Entry, String> NAMES = new EnumMap<>(Map.of(
            Entry.OFFICE, "filingOffice",
            Entry.DELEGATE, "filingDelegate",
            Entry.FILED_ON, "filedOn",
            Entry.CHANGED_ON, "filingChangedOn",
            Entry.REASON, "filingReason",
            Entry.NAME, "toldName",
            Entry.KANA, "toldKana",
            Entry.BIRTH, "toldBirth",
            Entry.SEX, "toldSex"));

    /** What is told of the person, and may be left out. */
    private static final Set<Entry> TOLD = EnumSet.of(Entry.NAME, Entry.KANA, Entry.BIRTH, Entry.SEX);

    private static final int NAME_LENGTH = 40;

    /** Filled from the person. An office that files for another stands as its 委託先. */
    static FilingForm fresh(FilingKind kind, Banner person, String office, boolean responsible, LocalDate today) {
        Map<Entry, String> typed = told(person);
        typed.put(responsible ? Entry.OFFICE : Entry.DELEGATE, office);
        typed.put(Entry.FILED_ON, JapaneseDates.wareki(today));
        return begun(kind, typed);
    }

    /** Filled from what the office itself filed last. */
    static FilingForm again(Submission last, Banner person) {
        Map<Entry, String> typed = told(person);
        typed.put(Entry.OFFICE, last.officeNumber());
        typed.put(Entry.DELEGATE, Objects.requireNonNullElse(last.delegateNumber(), ""));
        typed.put(Entry.FILED_ON, JapaneseDates.wareki(last.filedOn()));
        typed.put(Entry.REASON, last.changeReason());
        typed.put(Entry.CHANGED_ON, last.changedOn() == null ? "" : JapaneseDates.wareki(last.changedOn()));
        return begun(last.kind(), typed);
    }

    private static FilingForm begun(FilingKind kind, Map<Entry, String> typed) {
        return new FilingForm(
                new TypedFiling(kind, typed, false), UUID.randomUUID().toString(), Map.of());
    }

    private static Map<Entry, String> told(Banner person) {
        Map<Entry, String> typed = new EnumMap<>(Entry.class);
        typed.put(Entry.NAME, person.name());
        typed.put(Entry.KANA, person.nameKana());
        typed.put(Entry.BIRTH, person.birthDate() == null ? "" : JapaneseDates.wareki(person.birthDate()));
        typed.put(Entry.SEX, person.sex());
        return typed;
    }

    static FilingForm typed(FilingKind kind, MultiValueMap<String, String> sent, LocalDate today) {
        Map<Entry, String> typed = new EnumMap<>(Entry.class);
        NAMES.forEach((entry, name) -> typed.put(entry, text(sent, name)));
        TypedFiling filing = new TypedFiling(kind, typed, sent.containsKey(OLD_DAY));
        return new FilingForm(filing, name(sent), filing.check(today));
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

    public FilingKind kind() {
        return filing.kind();
    }

    public boolean isWrong() {
        return !wrong.isEmpty();
    }

    /** 提出日 is long ago: whether that is meant, is asked. */
    public boolean asksOldDay() {
        return filing.old() || wrong.get(Entry.FILED_ON) == Wrong.OLD;
    }

    /** Whether the part of the form that may be left out has to be seen. */
    public boolean isToldOpen() {
        return TOLD.stream().anyMatch(wrong::containsKey);
    }

    public Field field(Entry entry) {
        String name = Objects.requireNonNull(NAMES.get(entry));
        Field field = switch (entry) {
            case OFFICE -> Field.of(name, "number", 20);
            case FILED_ON -> Field.of(name, "text", 30);
            case DELEGATE -> Field.optional(name, "number", 20);
            case CHANGED_ON, BIRTH -> Field.optional(name, "text", 30);
            case SEX -> Field.of(name, "group", 0);
            default -> Field.optional(name, "text", WantedFiling.REASON);
        };
        Field filled = field.filled(filing.value(entry));
        Wrong why = wrong.get(entry);
        return why == null || why == Wrong.OLD ? filled : filled.wrong(why.sentence(entry));
    }

    /** The question that stands below 提出日, if it has to be asked. */
    public Field oldDay() {
        Field field = Field.of(OLD_DAY, "group", 0);
        return wrong.get(Entry.FILED_ON) == Wrong.OLD ? field.wrong(Wrong.OLD.sentence(Entry.FILED_ON)) : field;
    }

    /** In the order of the page. */
    public List<Field> all() {
        List<Field> all = new ArrayList<>();
        for (Entry entry : Entry.values()) {
            all.add(field(entry));
            if (entry == Entry.FILED_ON) {
                all.add(oldDay());
            }
        }
        return all;
    }

    @Override
    public String toString() {
        return "FilingForm[…]";
    }
}
