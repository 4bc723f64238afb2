package kaigo.shared;

import java.util.regex.Pattern;

/**
 * 人を探す言葉: a number or its beginning, or a part of a name or its kana.
 *
 * @param text what was typed, without the blanks around it and in half width
 */
public record PersonSearch(String text) {

    private static final Pattern NUMBER = Pattern.compile("H?[0-9]+");

    public static PersonSearch of(String typed) {
        return new PersonSearch(Text.narrow(Text.trimBlank(typed)));
    }

    public boolean isByNumber() {
        return NUMBER.matcher(text).matches();
    }

    public boolean isByName() {
        return !text.isEmpty() && !isByNumber();
    }

    /** For {@code like} on a number, or on a name or kana folded as {@link Kana#fold} does: a percent sign means itself. */
    public String pattern() {
        return isByNumber() ? text + "%" : "%" + Kana.fold(text).replaceAll("([\\\\%_])", "\\\\$1") + "%";
    }

    @Override
    public String toString() {
        return "PersonSearch[…]";
    }
}
