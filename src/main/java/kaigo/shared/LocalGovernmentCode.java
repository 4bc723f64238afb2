package kaigo.shared;

/**
 * 全国地方公共団体コード: prefecture 2 + municipality 3 + check digit 1 (総務省; issue note "interface" 7.6). Not the
 * {@link InsurerNumber}. The list is closed and published, so a wrong check digit is refused at once.
 */
public record LocalGovernmentCode(String value) {

    public LocalGovernmentCode {
        if (!hasCheckDigit(value)) {
            throw new IllegalArgumentException("全国地方公共団体コード: 6 digits with their check digit are needed");
        }
    }

    public static LocalGovernmentCode of(String value) {
        return new LocalGovernmentCode(value);
    }

    /** The code of these five digits: for those who make fictitious municipalities. */
    public static LocalGovernmentCode ofFirstFive(String firstFive) {
        return new LocalGovernmentCode(firstFive + CheckDigits.localGovernmentCode(firstFive));
    }

    public static boolean hasForm(CharSequence text) {
        return text.length() == 6 && Text.isDigits(text);
    }

    /** Whether the text has the form and its check digit agrees. */
    public static boolean hasCheckDigit(CharSequence text) {
        return hasForm(text) && CheckDigits.endsWith(text, CheckDigits.localGovernmentCode(text));
    }
}
