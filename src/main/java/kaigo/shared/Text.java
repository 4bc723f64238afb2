package kaigo.shared;

/**
 * 文字項目: the plain questions that are asked of every text item of an interface (types N, AN and X of issue note
 * "interface" 9.4, proposed, ours). Lengths count code points. Look-alikes of CP932-born data are never
 * exchanged silently.
 */
public final class Text {

    private static final char IDEOGRAPHIC_SPACE = '\u3000';

    private Text() {}

    /** The length as a person counts it: a surrogate pair is one character. */
    public static int codePoints(CharSequence text) {
        return Character.codePointCount(text, 0, text.length());
    }

    /** N: at least one character, all of them 0-9 in half width. */
    public static boolean isDigits(CharSequence text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isDigit(text.charAt(i))) {
                return false;
            }
        }
        return !text.isEmpty();
    }

    /** AN: at least one character, all of them 0-9, A-Z or a-z in half width. */
    public static boolean isHalfWidthAlnum(CharSequence text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!(isDigit(c) || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'))) {
                return false;
            }
        }
        return !text.isEmpty();
    }

    /** Whether there is anything that is no character of a text: C0, C1, DEL, a lone surrogate, U+FFFE, U+FFFF. */
    public static boolean hasControlCharacter(CharSequence text) {
        int step;
        for (int i = 0; i < text.length(); i += step) {
            int codePoint = Character.codePointAt(text, i);
            if (isNoCharacter(codePoint)) {
                return true;
            }
            step = Character.charCount(codePoint);
        }
        return false;
    }

    /** Without half-width and full-width blanks and tabs at both ends; the same instance if there are none. */
    public static String trimBlank(String text) {
        int begin = 0;
        int end = text.length();
        while (begin < end && isBlank(text.charAt(begin))) {
            begin++;
        }
        while (end > begin && isBlank(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(begin, end);
    }

    /**
     * Full-width digits, letters, signs and the blank to half width: for typed numbers and dates, never for names and
     * addresses; the same instance if nothing changes.
     */
    public static String narrow(String text) {
        StringBuilder narrowed = null;
        for (int i = 0; i < text.length(); i++) {
            char c = narrow(text.charAt(i));
            if (c != text.charAt(i)) {
                narrowed = narrowed == null ? new StringBuilder(text) : narrowed;
                narrowed.setCharAt(i, c);
            }
        }
        return narrowed == null ? text : narrowed.toString();
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static char narrow(char c) {
        if (c == IDEOGRAPHIC_SPACE) {
            return ' ';
        }
        return c >= '！' && c <= '～' ? (char) (c - '！' + '!') : c;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == IDEOGRAPHIC_SPACE;
    }

    private static boolean isNoCharacter(int codePoint) {
        return Character.isISOControl(codePoint)
                || (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE)
                || (codePoint & 0xFFFE) == 0xFFFE;
    }
}
