package kaigo.platform.tls;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocketFactory;
import javax.net.ssl.SSLSessionContext;
import javax.net.ssl.TrustManager;
import kaigo.certificates.CertificateFiles;
import kaigo.certificates.CertificateFolder;
import kaigo.certificates.IssuedCertificate;
import org.apache.tomcat.util.net.SSLContext;

/** The server's certificate and {@link IssuerTrust} in the form in which Tomcat takes them. */
final class TlsContext implements SSLContext {

    private final javax.net.ssl.SSLContext context;
    private final IssuedCertificate server;
    private final IssuerTrust trust;

    private TlsContext(javax.net.ssl.SSLContext context, IssuedCertificate server, IssuerTrust trust) {
        this.context = context;
        this.server = server;
        this.trust = trust;
    }

    static TlsContext of(CertificateFolder folder) {
        IssuerTrust trust = new IssuerTrust(folder.issuers());
        IssuedCertificate server = folder.server();
        List<X509Certificate> chain =
                CertificateFiles.readCertificates(folder.path().resolve("server.crt"));
        List<X509Certificate> issuers = chain.subList(1, chain.size());
        try {
            char[] inMemoryOnly = "kiban".toCharArray();
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(CertificateFiles.keyStore(server, issuers, inMemoryOnly), inMemoryOnly);
            javax.net.ssl.SSLContext context = javax.net.ssl.SSLContext.getInstance("TLSv1.3");
            context.init(keys.getKeyManagers(), new TrustManager[] {trust}, null);
            return new TlsContext(context, server, trust);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the TLS port cannot be opened", e);
        }
    }

    @Override
    public void init(KeyManager[] keys, TrustManager[] trusts, SecureRandom random) {
        // Made ready by of().
    }

    @Override
    public void destroy() {
        // Holds nothing that must be given back.
    }

    @Override
    public SSLSessionContext getServerSessionContext() {
        return context.getServerSessionContext();
    }

    @Override
    public SSLEngine createSSLEngine() {
        return context.createSSLEngine();
    }

    @Override
    public SSLServerSocketFactory getServerSocketFactory() {
        return context.getServerSocketFactory();
    }

    @Override
    public SSLParameters getSupportedSSLParameters() {
        return context.getSupportedSSLParameters();
    }

    @Override
    public X509Certificate[] getCertificateChain(String alias) {
        return new X509Certificate[] {server.certificate()};
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return trust.getAcceptedIssuers();
    }
}
