package kaigo.identity;

import java.time.LocalDate;
import kaigo.shared.InstitutionId;

/** 期限のお知らせ: an administrator, and the certificate of the institution that ends. */
record CertificateWarning(InstitutionId institution, String fingerprint, LocalDate lastDay, String login, String mail) {

    @Override
    public String toString() {
        return "CertificateWarning[" + institution.holder() + "/" + login + "]";
    }
}
