package kaigo.shared;

/**
 * マイナンバー（個人番号）: 12 digits with a check digit (検査用数字; issue note "interface" 7.1). It lives only between
 * reception and sealing: it is not a record, never prints itself, hands out no text and is not serializable. All zeros
 * agree with the check digit and are refused all the same (proposed, ours).
 */
public final class MyNumber {

    private static final int LENGTH = 12;

    private final byte[] digits;

    private MyNumber(byte[] digits) {
        this.digits = digits;
    }

    public static MyNumber of(CharSequence text) {
        if (!hasCheckDigit(text)) {
            throw new IllegalArgumentException("マイナンバー: 12 digits with their check digit are needed");
        }
        byte[] digits = new byte[LENGTH];
        for (int i = 0; i < LENGTH; i++) {
            digits[i] = (byte) text.charAt(i);
        }
        return new MyNumber(digits);
    }

    /**
     * Whether 12 or more digits, half or full width, follow each other: in a record with shifted columns the number could
     * stand where a name or an address belongs, and it may be mistyped. No name or address has so many in a row.
     */
    public static boolean mayStandIn(CharSequence text) {
        int digits = 0;
        for (int i = 0; i < text.length() && digits < LENGTH; i++) {
            char c = text.charAt(i);
            boolean digit = (c >= '0' && c <= '9') || (c >= '０' && c <= '９');
            digits = digit ? digits + 1 : 0;
        }
        return digits == LENGTH;
    }

    public static boolean hasForm(CharSequence text) {
        return text.length() == LENGTH && Text.isDigits(text) && !isAllZero(text);
    }

    /** Whether the text has the form and its check digit agrees. */
    public static boolean hasCheckDigit(CharSequence text) {
        return hasForm(text) && CheckDigits.endsWith(text, CheckDigits.myNumber(text));
    }

    /** The check digit that the first 11 digits ask for: for those who make fictitious numbers. */
    public static int checkDigit(CharSequence firstEleven) {
        return CheckDigits.myNumber(firstEleven);
    }

    /** The 12 digits in ASCII, a fresh copy: for HMAC and sealing only; whoever takes it wipes it. */
    public byte[] toBytes() {
        return digits.clone();
    }

    @Override
    public String toString() {
        return "MyNumber[************]";
    }

    private static boolean isAllZero(CharSequence text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) != '0') {
                return false;
            }
        }
        return true;
    }
}
