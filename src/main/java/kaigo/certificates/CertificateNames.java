package kaigo.certificates;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kaigo.shared.CertificateHolder;

/** 証明書の名義: what a certificate says of its holder. */
public final class CertificateNames {

    static final String URN = "urn:kiban:";
    private static final int HOST = 2;
    private static final int URI = 6;
    private static final int ADDRESS = 7;

    private CertificateNames() {}

    /** Whom a client certificate of {@link CertificateAuthority} names. */
    public static Optional<CertificateHolder> findHolder(X509Certificate certificate) {
        return names(certificate, URI)
                .filter(uri -> uri.startsWith(URN))
                .map(uri -> uri.substring(URN.length()))
                .map(CertificateHolder::parse)
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** The name by which clients reach the holder of a server certificate: a host name before an address. */
    public static Optional<String> findHost(X509Certificate certificate) {
        return Stream.concat(names(certificate, HOST), names(certificate, ADDRESS))
                .findFirst();
    }

    private static Stream<String> names(X509Certificate certificate, int kind) {
        try {
            Collection<List<?>> names = certificate.getSubjectAlternativeNames();
            return names == null
                    ? Stream.empty()
                    : names.stream()
                            .filter(name -> Integer.valueOf(kind).equals(name.get(0)))
                            .map(name -> name.get(1).toString());
        } catch (CertificateParsingException e) {
            return Stream.empty();
        }
    }
}
