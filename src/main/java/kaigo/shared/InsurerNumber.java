package kaigo.shared;

/**
 * 保険者番号: prefecture 2 + municipality 3 + check digit 1 (被保険者証; issue note "interface" 7.2). Not the
 * {@link LocalGovernmentCode}, from which it differs in the last digit. Form and check digit are two questions, because
 * insurers of test environments carry dummies (123456, 999999); that the rule of the medical insurers gives this check
 * digit too is inferred from published numbers.
 */
public record InsurerNumber(String value) implements CertificateHolder {

    public InsurerNumber {
        if (!hasForm(value)) {
            throw new IllegalArgumentException("保険者番号: 6 digits are needed");
        }
    }

    public static InsurerNumber of(String value) {
        return new InsurerNumber(value);
    }

    public static boolean hasForm(CharSequence text) {
        return text.length() == 6 && Text.isDigits(text);
    }

    @Override
    public String holder() {
        return "insurer:" + value;
    }

    /** The number of these five digits: for those who make fictitious insurers. */
    public static InsurerNumber ofFirstFive(String firstFive) {
        return new InsurerNumber(firstFive + CheckDigits.modulus10(firstFive, 5));
    }

    /** Whether the text has the form and its check digit agrees. */
    public static boolean hasCheckDigit(CharSequence text) {
        return hasForm(text) && CheckDigits.endsWith(text, CheckDigits.modulus10(text, 5));
    }
}
