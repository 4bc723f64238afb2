package kaigo.platform.tls;

import jakarta.servlet.ServletException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;

/**
 * 逆プロキシの証明書: the client certificate that a proxy which ends TLS saw, in the header {@code Client-Cert} (RFC 9440, or PEM
 * with percent-escapes). Taken from the one peer that is configured by its address; from anybody else it is nothing. The
 * proxy replaces or removes the header of every request, so that no client can write it (docs/operations.md).
 */
public final class ProxyCertificate extends ValveBase
        implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    static final String HEADER = "Client-Cert";

    private static final String CHAIN = "jakarta.servlet.request.X509Certificate";

    private final InetAddress proxy;

    public ProxyCertificate(InetAddress proxy) {
        super(true);
        this.proxy = proxy;
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addEngineValves(this);
    }

    /** By the peer of the connection, not by what a header says about who is behind it. */
    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        List<String> shown = Collections.list(request.getHeaders(HEADER));
        if (!shown.isEmpty() && InetAddress.ofLiteral(request.getPeerAddr()).equals(proxy)) {
            request.setSecure(true);
            only(shown)
                    .flatMap(ProxyCertificate::parse)
                    .ifPresent(certificate -> request.setAttribute(CHAIN, new X509Certificate[] {certificate}));
        }
        getNext().invoke(request, response);
    }

    /** Of two, one is the client's own word: neither counts. An empty header has no value at all, not an empty one. */
    private static Optional<String> only(List<String> shown) {
        return shown.size() == 1 ? Optional.ofNullable(shown.getFirst()) : Optional.empty();
    }

    private static Optional<X509Certificate> parse(String shown) {
        try {
            CertificateFactory factory = CertificateFactory.getInstance("X.509");
            return Optional.of((X509Certificate) factory.generateCertificate(new ByteArrayInputStream(bytes(shown))));
        } catch (IllegalArgumentException | CertificateException e) {
            return Optional.empty();
        }
    }

    private static byte[] bytes(String shown) {
        boolean structured = shown.length() > 2 && shown.startsWith(":") && shown.endsWith(":");
        return structured
                ? Base64.getDecoder().decode(shown.substring(1, shown.length() - 1))
                : URLDecoder.decode(shown, StandardCharsets.UTF_8).getBytes(StandardCharsets.US_ASCII);
    }
}
