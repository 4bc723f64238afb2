package kaigo.shared;

/**
 * 被保険者番号: 10 characters, unique within its insurer only, so always carried beside an {@link InsurerNumber}
 * (被保険者証; issue note "interface" 7.3). Numbering is the insurer's own: there is no check digit. A shorter number is
 * refused, never padded.
 */
public record InsuredNumber(String value) {

    public InsuredNumber {
        if (!hasForm(value)) {
            throw new IllegalArgumentException("被保険者番号: 10 digits, or H and 9 digits, are needed");
        }
    }

    public static InsuredNumber of(String value) {
        return new InsuredNumber(value);
    }

    public static boolean hasForm(CharSequence text) {
        if (text.length() != 10 || !(text.charAt(0) == 'H' || Text.isDigit(text.charAt(0)))) {
            return false;
        }
        for (int i = 1; i < 10; i++) {
            if (!Text.isDigit(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** みなし2号: 生活保護, aged 40 to 64, without medical insurance; cannot be linked by PMHキー (適用除外). */
    public boolean isDeemedSecondCategory() {
        return value.charAt(0) == 'H';
    }
}
