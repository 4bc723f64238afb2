package kaigo.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import kaigo.certificates.CertificateFiles;
import kaigo.certificates.IssuedCertificate;
import org.jspecify.annotations.Nullable;

/**
 * TLS towards the 中間サーバ: {@code intermediate-client.crt} and {@code .key} are our client certificate,
 * {@code intermediate-authority.crt} the issuers that we trust. What is missing is the JDK's default.
 */
final class OutgoingTls {

    private OutgoingTls() {}

    static SSLContext context(Path certificates) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys(certificates), trust(certificates.resolve("intermediate-authority.crt")), null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("the certificates for the 中間サーバ cannot be used", e);
        }
    }

    private static KeyManager @Nullable [] keys(Path certificates) throws GeneralSecurityException {
        Path own = certificates.resolve("intermediate-client.crt");
        if (!Files.exists(own)) {
            return null;
        }
        var chain = CertificateFiles.readCertificates(own);
        var key = CertificateFiles.readKey(certificates.resolve("intermediate-client.key"));
        char[] inMemoryOnly = "kiban".toCharArray();
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(
                CertificateFiles.keyStore(
                        new IssuedCertificate(chain.getFirst(), key), chain.subList(1, chain.size()), inMemoryOnly),
                inMemoryOnly);
        return keys.getKeyManagers();
    }

    private static TrustManager @Nullable [] trust(Path issuers) throws GeneralSecurityException, IOException {
        if (!Files.exists(issuers)) {
            return null;
        }
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        var certificates = CertificateFiles.readCertificates(issuers);
        for (int i = 0; i < certificates.size(); i++) {
            trusted.setCertificateEntry("issuer-" + i, certificates.get(i));
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        return trust.getTrustManagers();
    }
}
