package kaigo.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLParameters;
import kaigo.certificates.CertificateAuthority;
import kaigo.certificates.CertificateFiles;
import kaigo.certificates.IssuedCertificate;
import kaigo.certificates.Validity;
import kaigo.shared.InsurerNumber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Servers that we call: known by their own authority alone, and shown our certificate. */
class OutgoingTlsTest {

    private static final Validity NOW = Validity.days(Instant.now(), 2);

    @TempDir
    private Path folder;

    @Test
    void a_server_that_asks_for_our_certificate_gets_it_and_another_authority_is_not_trusted() throws Exception {
        CertificateAuthority authority = CertificateAuthority.create("collector", NOW);
        CertificateAuthority another = CertificateAuthority.create("another", NOW);
        IssuedCertificate ours = authority.issueClient(new InsurerNumber("442012"), NOW);
        Path there = Files.createDirectory(folder.resolve("there"));
        write(there, "log-collector", authority.issueServer(List.of("127.0.0.1"), NOW), authority);
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(asking(OutgoingTls.context(there, "log-collector")));
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
        try {
            URI address = URI.create("https://127.0.0.1:" + server.getAddress().getPort() + "/");
            write(folder, "good", ours, authority);
            assertThat(status(address, "good")).isEqualTo(204);
            write(folder, "strange", ours, another);
            assertThatThrownBy(() -> status(address, "strange")).isInstanceOf(SSLHandshakeException.class);
            CertificateFiles.writeCertificate(folder.resolve("nameless-authority.crt"), authority.certificate());
            assertThatThrownBy(() -> status(address, "nameless"))
                    .as("without a certificate of ours")
                    .isNotNull();
        } finally {
            server.stop(0);
        }
    }

    private int status(URI address, String name) throws Exception {
        try (HttpClient client = HttpClient.newBuilder()
                .sslContext(OutgoingTls.context(folder, name))
                .build()) {
            return client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.discarding())
                    .statusCode();
        }
    }

    private static void write(Path folder, String name, IssuedCertificate own, CertificateAuthority trusted) {
        CertificateFiles.writeCertificate(folder.resolve(name + "-client.crt"), own.certificate());
        CertificateFiles.writeKey(folder.resolve(name + "-client.key"), own.key());
        CertificateFiles.writeCertificate(folder.resolve(name + "-authority.crt"), trusted.certificate());
    }

    private static HttpsConfigurator asking(SSLContext tls) {
        return new HttpsConfigurator(tls) {
            @Override
            public void configure(HttpsParameters parameters) {
                SSLParameters demanded = tls.getDefaultSSLParameters();
                demanded.setNeedClientAuth(true);
                parameters.setSSLParameters(demanded);
            }
        };
    }
}
