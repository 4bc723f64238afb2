package kaigo.shared;

/**
 * 介護保険事業所番号: prefecture 2 + 事業所区分 1 + 郡市区 2 + number 4 + check digit 1 (MHLW 「総合事業における事業所番号の考え方」;
 * issue note "interface" 7.4). Only the 事業所区分 may be a letter, upper case without I, O, Q. The check digit is a
 * question of its own, so that the dummies of test environments can be carried.
 */
public record OfficeNumber(String value) {

    private static final int KIND = 2;

    public OfficeNumber {
        if (!hasForm(value)) {
            throw new IllegalArgumentException("介護保険事業所番号: 10 digits, the third may be a letter, are needed");
        }
    }

    public static OfficeNumber of(String value) {
        return new OfficeNumber(value);
    }

    public static OfficeNumber ofFirstNine(String firstNine) {
        return new OfficeNumber(firstNine + CheckDigits.modulus10(firstNine, 9));
    }

    public static boolean hasForm(CharSequence text) {
        if (text.length() != 10) {
            return false;
        }
        for (int i = 0; i < 10; i++) {
            char c = text.charAt(i);
            if (!(Text.isDigit(c) || (i == KIND && isKindLetter(c)))) {
                return false;
            }
        }
        return true;
    }

    /** Whether the text has the form and its check digit agrees. */
    public static boolean hasCheckDigit(CharSequence text) {
        return hasForm(text) && CheckDigits.endsWith(text, CheckDigits.modulus10(text, 9));
    }

    private static boolean isKindLetter(char c) {
        return c >= 'A' && c <= 'Z' && c != 'I' && c != 'O' && c != 'Q';
    }
}
