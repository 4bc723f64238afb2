package kaigo.opinion.rules;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import kaigo.layout.ItemType;
import kaigo.layout.LayoutItem;
import kaigo.layout.items.P02;
import kaigo.shared.JapaneseDates;
import kaigo.shared.Kana;
import kaigo.shared.MyNumber;
import kaigo.shared.Text;
import kaigo.shared.YyyyMmDd;
import org.jspecify.annotations.Nullable;

/** 意見書のチェック: what was typed, item by item, and how it stands in P02. */
public final class LetterCheck {

    /** 0.1 cm and 0.1 kg: people type with a point. */
    private static final Set<String> TENTHS = Set.of(P02.HEIGHT.code(), P02.WEIGHT.code());

    private static final Set<String> ASKED = Set.of(P02.SEX.code(), P02.BIRTH_DATE.code());
    private static final String NONE = "0";
    private static final String BIRTH = P02.BIRTH_DATE.code();
    private static final String BIRTH_UNKNOWN = P02.BIRTH_DATE_UNKNOWN.code();

    /** Why: texts {@code letter.wrong.NAME}. */
    public enum Wrong {
        MISSING,
        DATE,
        NUMBER,
        KANA,
        LONG,
        CHOICE,
        SECRET,
        /** 生年月日, and that it is not known. */
        BOTH,
        /** 請求: a day before the one that has to come first. */
        ORDER,
        /** 請求: more points than the insurer takes. */
        OVER,
        /** 請求額 of more digits than P03 has. */
        TOTAL,
        TEXT
    }

    private LetterCheck() {}

    /** @return by code, in the order of the form; empty if all is as it should be */
    public static Map<String, Wrong> check(Collection<LayoutItem> items, Map<String, String> typed, LocalDate today) {
        Map<String, Wrong> wrong = new LinkedHashMap<>();
        for (LayoutItem item : items) {
            Wrong why = check(item, typed, today);
            if (why != null) {
                wrong.put(item.code(), why);
            }
        }
        return wrong;
    }

    private static @Nullable Wrong check(LayoutItem item, Map<String, String> typed, LocalDate today) {
        String text = typed.getOrDefault(item.code(), unsaid(item));
        if (text.isEmpty()) {
            boolean unknown = item.code().equals(BIRTH) && isBirthUnknown(typed);
            return isAsked(item) && !unknown ? Wrong.MISSING : null;
        }
        if (item.code().equals(BIRTH) && isBirthUnknown(typed)) {
            return Wrong.BOTH;
        }
        if (item.type() == ItemType.D) {
            return JapaneseDates.parse(text).filter(day -> !day.isAfter(today)).isEmpty() ? Wrong.DATE : null;
        }
        String value = value(item, text);
        if (value == null) {
            return item.codes() != null
                    ? Wrong.CHOICE
                    : switch (item.type()) {
                        case K -> Wrong.KANA;
                        case X, XL -> Wrong.TEXT;
                        default -> Wrong.NUMBER;
                    };
        }
        int length = value.codePointCount(0, value.length());
        if (length > item.maxLength()) {
            return Wrong.LONG;
        }
        if (item.type() == ItemType.N && length < item.minLength()) {
            return Wrong.NUMBER;
        }
        boolean isText = item.type() == ItemType.X || item.type() == ItemType.XL;
        return isText && MyNumber.mayStandIn(value) ? Wrong.SECRET : null;
    }

    /** 必須, on the form: also sex and birth, which the municipality may send on without. */
    public static boolean isAsked(LayoutItem item) {
        return !item.mayBeAbsent() && unsaid(item).isEmpty() || ASKED.contains(item.code());
    }

    private static boolean isBirthUnknown(Map<String, String> typed) {
        return "1".equals(typed.get(BIRTH_UNKNOWN));
    }

    /** What stands for an item of which nothing was said: of 医学的管理の必要性, that there is none; else nothing. */
    public static String unsaid(LayoutItem item) {
        boolean saysNone = item.type() == ItemType.F
                || item.codes() != null && item.codes().contains(NONE);
        return saysNone ? NONE : "";
    }

    /** As P02 carries it; null if it can't be carried. */
    public static @Nullable String value(LayoutItem item, String text) {
        if (item.codes() != null) {
            return item.codes().contains(text) ? text : null;
        }
        return switch (item.type()) {
            case D -> JapaneseDates.parse(text).map(YyyyMmDd::format).orElse(null);
            case I -> number(item, Text.narrow(text));
            case N -> digits(Text.narrow(text).replace("-", ""));
            case F -> text.equals("1") ? "1" : "0";
            case K -> kana(text);
            case X -> Text.hasControlCharacter(text) ? null : text;
            default -> lines(text.replace("\r\n", "\n"));
        };
    }

    /** The other way round: a value of a stored record as somebody would have typed it. */
    public static String typed(LayoutItem item, Object value) {
        return switch (value) {
            case LocalDate day -> JapaneseDates.wareki(day);
            case Boolean is -> is ? "1" : "0";
            default -> {
                String text = value.toString();
                int last = text.length() - 1;
                boolean ofTenths = TENTHS.contains(item.code()) && last > 0;
                yield ofTenths ? text.substring(0, last) + '.' + text.charAt(last) : text;
            }
        };
    }

    /** Of several lines; nothing else that is no character. */
    private static @Nullable String lines(String text) {
        return Text.hasControlCharacter(text.replace("\n", "")) ? null : text;
    }

    /** ふりがな comes in hiragana too; it goes as katakana. */
    private static @Nullable String kana(String text) {
        StringBuilder katakana = new StringBuilder();
        text.chars().map(c -> c >= 'ぁ' && c <= 'ゖ' ? c + 'ァ' - 'ぁ' : c).forEach(c -> katakana.append((char) c));
        String wide = Kana.widen(katakana.toString());
        return Kana.isFullWidthKatakana(wide) ? wide : null;
    }

    private static @Nullable String digits(String text) {
        return text.matches("[0-9]+") ? text : null;
    }

    private static @Nullable String number(LayoutItem item, String text) {
        if (!TENTHS.contains(item.code())) {
            return digits(text);
        }
        if (!text.matches("[0-9]{1,3}(\\.[0-9])?")) {
            return null;
        }
        return text.contains(".") ? text.replace(".", "") : text + "0";
    }
}
