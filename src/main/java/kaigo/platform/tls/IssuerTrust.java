package kaigo.platform.tls;

import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Accepts every client certificate that one of our issuers signed, expired ones too: the application refuses those by
 * name, where a handshake could only break off (settled 23). Whose it is and whether it still counts is no matter of the
 * handshake.
 */
final class IssuerTrust extends X509ExtendedTrustManager {

    private static final String CLIENT = "1.3.6.1.5.5.7.3.2";
    private static final int NO_AUTHORITY = -1;

    private final List<X509Certificate> issuers;

    IssuerTrust(List<X509Certificate> issuers) {
        this.issuers = List.copyOf(issuers);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String algorithm) throws CertificateException {
        if (chain.length == 0 || !isForClients(chain[0]) || issuers.stream().noneMatch(one -> signed(one, chain[0]))) {
            throw new CertificateException("not a client certificate of our issuers");
        }
    }

    private static boolean isForClients(X509Certificate certificate) throws CertificateException {
        List<String> purposes = certificate.getExtendedKeyUsage();
        return certificate.getBasicConstraints() == NO_AUTHORITY && purposes != null && purposes.contains(CLIENT);
    }

    private static boolean signed(X509Certificate issuer, X509Certificate certificate) {
        try {
            if (!issuer.getSubjectX500Principal().equals(certificate.getIssuerX500Principal())) {
                return false;
            }
            certificate.verify(issuer.getPublicKey());
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String algorithm, Socket socket)
            throws CertificateException {
        checkClientTrusted(chain, algorithm);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String algorithm, SSLEngine engine)
            throws CertificateException {
        checkClientTrusted(chain, algorithm);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String algorithm) throws CertificateException {
        throw new CertificateException("this side is never the client");
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String algorithm, Socket socket)
            throws CertificateException {
        checkServerTrusted(chain, algorithm);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String algorithm, SSLEngine engine)
            throws CertificateException {
        checkServerTrusted(chain, algorithm);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return issuers.toArray(new X509Certificate[0]);
    }
}
