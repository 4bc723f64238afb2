package kaigo.platform.tls;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import kaigo.certificates.CertificateFolder;
import org.apache.catalina.connector.Connector;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.net.SSLHostConfig;
import org.apache.tomcat.util.net.SSLHostConfigCertificate;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;

/**
 * TLS のポート: a second connector beside the plain one. TLS 1.3 only; a client certificate is asked for and may be
 * missing (settled 23).
 */
public final class TlsPort implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    /** A client that sends nothing for so long is let go, also in the middle of a body. */
    private static final int SILENCE_MILLIS = 20_000;

    /** What is read and thrown away after a refusal, so that the client gets to see the answer. */
    private static final int SWALLOWED_BYTES = 32 * 1024 * 1024;

    /** As many as the plain port has (application.yaml). */
    private static final int THREADS = 1_000;

    private final Connector connector = new Connector(ForgetfulProtocol.class.getName());

    /**
     * @param port 0 takes a free one
     * @param loopbackOnly for the demo
     */
    public TlsPort(CertificateFolder certificates, int port, boolean loopbackOnly) {
        connector.setPort(port);
        connector.setScheme("https");
        connector.setSecure(true);
        Http11NioProtocol protocol = (Http11NioProtocol) connector.getProtocolHandler();
        if (loopbackOnly) {
            protocol.setAddress(loopback());
        }
        protocol.setSSLEnabled(true);
        protocol.setConnectionTimeout(SILENCE_MILLIS);
        protocol.setDisableUploadTimeout(true);
        protocol.setMaxSwallowSize(SWALLOWED_BYTES);
        // A request that is refused by its head is answered before its body is asked for.
        protocol.setContinueResponseTiming("onRead");
        protocol.setMaxThreads(THREADS);
        protocol.addSslHostConfig(host(certificates));
    }

    private static SSLHostConfig host(CertificateFolder certificates) {
        SSLHostConfig host = new SSLHostConfig();
        host.setProtocols("TLSv1.3");
        host.setCertificateVerification("optional");
        SSLHostConfigCertificate certificate = new SSLHostConfigCertificate(host, SSLHostConfigCertificate.Type.EC);
        certificate.setSslContext(TlsContext.of(certificates));
        host.addCertificate(certificate);
        return host;
    }

    private static InetAddress loopback() {
        try {
            return InetAddress.getByName("127.0.0.1");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The plain port forgets as this one does: files come in there too. */
    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.setProtocol(ForgetfulProtocol.class.getName());
        factory.addAdditionalConnectors(connector);
    }

    /** The port that is listened on; negative before the start. */
    public int number() {
        return connector.getLocalPort();
    }
}
