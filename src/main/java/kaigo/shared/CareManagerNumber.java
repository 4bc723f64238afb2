package kaigo.shared;

/**
 * 介護支援専門員番号: 8 digits on the 介護支援専門員証 (issue note "interface" 7.7, recalled, not re-read). Form only: no
 * check digit is known.
 */
public record CareManagerNumber(String value) {

    public CareManagerNumber {
        if (!hasForm(value)) {
            throw new IllegalArgumentException("介護支援専門員番号: 8 digits are needed");
        }
    }

    public static CareManagerNumber of(String value) {
        return new CareManagerNumber(value);
    }

    public static boolean hasForm(CharSequence text) {
        return text.length() == 8 && Text.isDigits(text);
    }
}
