package kaigo.shared;

/**
 * 医療機関コード: prefecture 2 + 点数表 1 (1 医科, 3 歯科, 4 調剤) + 郡市区 2 + number 4 + check digit 1 (issue note
 * "interface" 7.5). Form only: over which digits the check digit runs could not be confirmed.
 */
public record MedicalInstitutionCode(String value) {

    public MedicalInstitutionCode {
        if (!hasForm(value)) {
            throw new IllegalArgumentException("医療機関コード: 10 digits, the third 1, 3 or 4, are needed");
        }
    }

    public static MedicalInstitutionCode of(String value) {
        return new MedicalInstitutionCode(value);
    }

    public static boolean hasForm(CharSequence text) {
        return text.length() == 10 && Text.isDigits(text) && "134".indexOf(text.charAt(2)) >= 0;
    }
}
