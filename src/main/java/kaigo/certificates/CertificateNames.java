package kaigo.certificates;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import kaigo.shared.InsurerNumber;

/** 証明書の名義: what a certificate says of its holder. */
public final class CertificateNames {

    static final String URN = "urn:kiban:insurer:";
    private static final int URI = 6;

    private CertificateNames() {}

    /** The insurer that a client certificate of {@link CertificateAuthority} names. */
    public static Optional<InsurerNumber> findInsurer(X509Certificate certificate) {
        try {
            var names = certificate.getSubjectAlternativeNames();
            return names == null
                    ? Optional.empty()
                    : names.stream().flatMap(name -> insurer(name).stream()).findFirst();
        } catch (CertificateParsingException e) {
            return Optional.empty();
        }
    }

    private static Optional<InsurerNumber> insurer(List<?> name) {
        if (!Integer.valueOf(URI).equals(name.get(0)) || !(name.get(1) instanceof String uri) || !uri.startsWith(URN)) {
            return Optional.empty();
        }
        String number = uri.substring(URN.length());
        return InsurerNumber.hasForm(number) ? Optional.of(new InsurerNumber(number)) : Optional.empty();
    }
}
