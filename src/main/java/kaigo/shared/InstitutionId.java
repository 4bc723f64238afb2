package kaigo.shared;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * 事業所・医療機関の番号, with its kind: the same ten digits may be both.
 *
 * @param number 事業所番号, or 医療機関コード of a clinic
 */
public record InstitutionId(Kind kind, String number) implements CertificateHolder, Serializable {

    /** 発行機関区分, as M13 has it. */
    public enum Kind {
        CLINIC(1),
        OFFICE(2);

        private final int code;

        Kind(int code) {
            this.code = code;
        }

        public int code() {
            return code;
        }

        /** Throws IllegalArgumentException for any other code. */
        public static Kind ofCode(int code) {
            return Arrays.stream(values())
                    .filter(kind -> kind.code == code)
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("no such 発行機関区分: " + code));
        }

        private boolean isForm(String number) {
            return switch (this) {
                case CLINIC -> MedicalInstitutionCode.hasForm(number);
                case OFFICE -> OfficeNumber.hasForm(number);
            };
        }
    }

    public InstitutionId {
        if (!kind.isForm(number)) {
            throw new IllegalArgumentException("ten digits of a 事業所番号 or 医療機関コード are needed");
        }
    }

    public static InstitutionId office(String number) {
        return new InstitutionId(Kind.OFFICE, number);
    }

    public static InstitutionId clinic(String number) {
        return new InstitutionId(Kind.CLINIC, number);
    }

    public static Optional<InstitutionId> find(Kind kind, String number) {
        return kind.isForm(number) ? Optional.of(new InstitutionId(kind, number)) : Optional.empty();
    }

    @Override
    public String holder() {
        return kind.name().toLowerCase(Locale.ROOT) + ":" + number;
    }
}
