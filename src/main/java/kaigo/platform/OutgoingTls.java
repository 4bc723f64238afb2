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
 * TLS towards a server that we call: {@code NAME-client.crt} and {@code .key} are our client certificate,
 * {@code NAME-authority.crt} the issuers that we trust. What is missing is the JDK's default.
 */
final class OutgoingTls {

    private OutgoingTls() {}

    /** Of the 中間サーバ and オンライン資格確認. */
    static final String INTERMEDIATE = "intermediate";

    static final String LOG_COLLECTOR = "log-collector";

    static SSLContext context(Path certificates, String name) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys(certificates, name), trust(certificates.resolve(name + "-authority.crt")), null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("the certificates " + name + "-… cannot be used", e);
        }
    }

    private static KeyManager @Nullable [] keys(Path certificates, String name) throws GeneralSecurityException {
        Path own = certificates.resolve(name + "-client.crt");
        if (!Files.exists(own)) {
            return null;
        }
        var chain = CertificateFiles.readCertificates(own);
        var key = CertificateFiles.readKey(certificates.resolve(name + "-client.key"));
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
