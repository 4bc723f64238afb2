package kaigo.filing;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import kaigo.filing.WantedFiling.Told;
import kaigo.filing.rules.FilingKind;
import kaigo.layout.Item;
import kaigo.layout.items.P04;
import kaigo.shared.JapaneseDates;
import kaigo.shared.Kana;
import kaigo.shared.Messages;
import kaigo.shared.MyNumber;
import kaigo.shared.OfficeNumber;
import kaigo.shared.Sex;
import kaigo.shared.Text;
import org.jspecify.annotations.Nullable;

/**
 * 届出の入力, as it was typed on the screen or sent by an office's software.
 *
 * @param typed without blanks at its ends; what is not in it was left out
 * @param old 提出日 is long ago, and whoever files says so
 */
public record TypedFiling(FilingKind kind, Map<Entry, String> typed, boolean old) implements Serializable {

    private static final long serialVersionUID = 1L;

    /** Whoever files later than that is asked whether the day is right (proposed, ours). */
    private static final int RECENT_DAYS = 30;

    /** What is typed, in the order of the form. */
    public enum Entry {
        OFFICE(P04.OFFICE_NUMBER),
        DELEGATE(P04.DELEGATE_NUMBER),
        FILED_ON(P04.FILED_ON),
        CHANGED_ON(P04.CHANGED_ON),
        REASON(P04.CHANGE_REASON),
        NAME(P04.NAME),
        KANA(P04.NAME_KANA),
        BIRTH(P04.BIRTH_DATE),
        SEX(P04.SEX);

        private final String code;

        Entry(Item item) {
            this.code = item.code();
        }

        /** 英字名 of P04. */
        public String code() {
            return code;
        }
    }

    /** What is wrong with an entry. Texts: {@code filing.wrong.ENTRY.NAME} in messages_ja.properties. */
    public enum Wrong {
        MISSING,
        FORM,
        FUTURE,
        /** 提出日 is long ago, and nobody has said that it is meant. */
        OLD,
        /** What may be a マイナンバー. */
        SECRET;

        public String sentence(Entry entry) {
            return Messages.of("filing.wrong." + entry + "." + name());
        }
    }

    public String value(Entry entry) {
        return typed.getOrDefault(entry, "");
    }

    /** In the order of the form; empty if all is as it should be. */
    public Map<Entry, Wrong> check(LocalDate today) {
        Map<Entry, Wrong> wrong = new EnumMap<>(Entry.class);
        checkOffice(Entry.OFFICE, true, wrong);
        checkOffice(Entry.DELEGATE, false, wrong);
        checkDays(today, wrong);
        checkText(Entry.REASON, wrong);
        checkText(Entry.NAME, wrong);
        String kana = Kana.widen(value(Entry.KANA));
        if (!kana.isEmpty() && (!Kana.isFullWidthKatakana(kana) || kana.length() > WantedFiling.REASON)) {
            wrong.put(Entry.KANA, Wrong.FORM);
        }
        boolean born = day(Entry.BIRTH).filter(day -> !day.isAfter(today)).isPresent();
        if (!value(Entry.BIRTH).isEmpty() && !born) {
            wrong.put(Entry.BIRTH, Wrong.FORM);
        }
        if (!value(Entry.SEX).isEmpty() && Sex.ofCode(value(Entry.SEX)).isEmpty()) {
            wrong.put(Entry.SEX, Wrong.FORM);
        }
        return wrong;
    }

    /** As P04 takes them: no control character, and nothing that may be a マイナンバー. */
    private void checkText(Entry entry, Map<Entry, Wrong> wrong) {
        String text = value(entry);
        if (text.length() > WantedFiling.REASON || Text.hasControlCharacter(text)) {
            wrong.put(entry, Wrong.FORM);
        } else if (MyNumber.mayStandIn(text)) {
            wrong.put(entry, Wrong.SECRET);
        }
    }

    private void checkOffice(Entry entry, boolean required, Map<Entry, Wrong> wrong) {
        String number = Text.narrow(value(entry));
        if (number.isEmpty() ? required : !OfficeNumber.hasCheckDigit(number)) {
            wrong.put(entry, number.isEmpty() ? Wrong.MISSING : Wrong.FORM);
        }
    }

    private void checkDays(LocalDate today, Map<Entry, Wrong> wrong) {
        Wrong day = checkDay(value(Entry.FILED_ON), today);
        boolean isOld = day(Entry.FILED_ON)
                .filter(filed -> filed.isBefore(today.minusDays(RECENT_DAYS)))
                .isPresent();
        if (day != null || isOld && !old) {
            wrong.put(Entry.FILED_ON, day == null ? Wrong.OLD : day);
        }
        if (!value(Entry.CHANGED_ON).isEmpty() && day(Entry.CHANGED_ON).isEmpty()) {
            wrong.put(Entry.CHANGED_ON, Wrong.FORM);
        }
    }

    /** The day of a filing, or of its end; null if nothing is wrong with it. */
    public static @Nullable Wrong checkDay(String text, LocalDate today) {
        if (text.isEmpty()) {
            return Wrong.MISSING;
        }
        Optional<LocalDate> day = JapaneseDates.parse(text);
        if (day.isEmpty()) {
            return Wrong.FORM;
        }
        return day.get().isAfter(today) ? Wrong.FUTURE : null;
    }

    private Optional<LocalDate> day(Entry entry) {
        return JapaneseDates.parse(value(entry));
    }

    /** Only of one in which nothing is wrong. */
    public WantedFiling wanted() {
        String delegate = Text.narrow(value(Entry.DELEGATE));
        return new WantedFiling(
                kind,
                Text.narrow(value(Entry.OFFICE)),
                delegate.isEmpty() || !kind.mayBeDelegated() ? null : delegate,
                day(Entry.FILED_ON).orElseThrow(),
                day(Entry.CHANGED_ON).orElse(null),
                value(Entry.REASON),
                new Told(
                        value(Entry.NAME),
                        Kana.widen(value(Entry.KANA)),
                        day(Entry.BIRTH).orElse(null),
                        value(Entry.SEX)));
    }

    @Override
    public String toString() {
        return "TypedFiling[…]";
    }
}
