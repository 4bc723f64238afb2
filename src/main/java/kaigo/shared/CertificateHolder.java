package kaigo.shared;

import java.util.Optional;

/** 証明書の名義人: whom a client certificate names, and for whom it is registered. */
public sealed interface CertificateHolder permits InsurerNumber, InstitutionId {

    /** {@code insurer:442012}, {@code office:4400100014} or {@code clinic:4410100011}; unique among all of them. */
    String holder();

    static Optional<CertificateHolder> parse(String holder) {
        int colon = holder.indexOf(':');
        String number = holder.substring(colon + 1);
        return switch (holder.substring(0, Math.max(0, colon))) {
            case "insurer" -> InsurerNumber.hasForm(number) ? Optional.of(new InsurerNumber(number)) : Optional.empty();
            case "office" ->
                InstitutionId.find(InstitutionId.Kind.OFFICE, number).map(CertificateHolder.class::cast);
            case "clinic" ->
                InstitutionId.find(InstitutionId.Kind.CLINIC, number).map(CertificateHolder.class::cast);
            default -> Optional.empty();
        };
    }
}
