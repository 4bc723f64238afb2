package kaigo.shared;

/**
 * 検証番号（チェックデジット）: the three rules of the field's numbers (issue note "interface", section 7). The callers
 * have checked the form before; nothing here allocates.
 */
final class CheckDigits {

    private CheckDigits() {}

    /** Whether the last character of the number is this check digit. */
    static boolean endsWith(CharSequence number, int checkDigit) {
        return number.charAt(number.length() - 1) == '0' + checkDigit;
    }

    /** Modulus 10, weights 2·1·2·1… from the right, products split, over the first {@code length} characters. */
    static int modulus10(CharSequence number, int length) {
        int sum = 0;
        int weight = 2;
        for (int i = length - 1; i >= 0; i--) {
            int product = valueOf(number.charAt(i)) * weight;
            sum += product / 10 + product % 10;
            weight = 3 - weight;
        }
        return (10 - sum % 10) % 10;
    }

    /** マイナンバー: modulus 11 over the first 11 digits, weights 2 to 7 and again 2 to 6 from the right. */
    static int myNumber(CharSequence number) {
        int sum = 0;
        for (int n = 1; n <= 11; n++) {
            int weight = n <= 6 ? n + 1 : n - 5;
            sum += valueOf(number.charAt(11 - n)) * weight;
        }
        int remainder = sum % 11;
        return remainder <= 1 ? 0 : 11 - remainder;
    }

    /** 全国地方公共団体コード: modulus 11 over the first 5 digits, weights 6 to 2; of a difference of 10 or 11 the last digit. */
    static int localGovernmentCode(CharSequence code) {
        int sum = 0;
        for (int i = 0; i < 5; i++) {
            sum += valueOf(code.charAt(i)) * (6 - i);
        }
        return (11 - sum % 11) % 10;
    }

    /** A=10, B=11, … Z=32; I, O and Q are no letters of these numbers and are skipped in counting. */
    private static int valueOf(char c) {
        if (c <= '9') {
            return c - '0';
        }
        int skipped = (c > 'I' ? 1 : 0) + (c > 'O' ? 1 : 0) + (c > 'Q' ? 1 : 0);
        return c - 'A' + 10 - skipped;
    }
}
