package kaigo.platform.tls;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import kaigo.TestFolders;
import kaigo.api.Systems;
import kaigo.certificates.CertificateFolder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the TLS port says of itself: its certificate with those that stand behind it, and which suites it speaks. */
class TlsContextTest {

    private final Path path = TestFolders.create("kiban-test-tls");
    private final CertificateFolder folder =
            CertificateFolder.openOrCreate(path, Clock.systemUTC().instant());

    @AfterEach
    void remove() {
        TestFolders.delete(path);
    }

    @Test
    void certificates_between_ours_and_the_root_are_shown_too() throws Exception {
        assertThat(session().getPeerCertificates()).hasSize(1);

        Path server = path.resolve("server.crt");
        Files.writeString(server, Files.readString(server) + Files.readString(path.resolve("authority.crt")));
        assertThat(Arrays.stream(session().getPeerCertificates())
                        .map(one -> ((X509Certificate) one)
                                .getSubjectX500Principal()
                                .getName()))
                .hasSize(2)
                .last()
                .asString()
                .contains(CertificateFolder.DEMO_AUTHORITY);
    }

    @Test
    void only_suites_with_forward_secrecy_of_tls_1_3_are_spoken() throws Exception {
        assertThat(session().getProtocol()).isEqualTo("TLSv1.3");
        assertThat(List.of("TLS_AES_256_GCM_SHA384", "TLS_AES_128_GCM_SHA256", "TLS_CHACHA20_POLY1305_SHA256"))
                .contains(session().getCipherSuite());
        assertThat(session().getCipherSuite()).as("the strongest first").contains("256");
    }

    private SSLSession session() throws Exception {
        InetAddress here = InetAddress.getLoopbackAddress();
        try (SSLServerSocket listening =
                (SSLServerSocket) TlsContext.of(folder).getServerSocketFactory().createServerSocket(0, 1, here)) {
            listening.setEnabledProtocols(new String[] {"TLSv1.3"});
            var served = CompletableFuture.runAsync(() -> {
                try (var connection = listening.accept()) {
                    connection.getInputStream().read();
                } catch (java.io.IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            });
            try (SSLSocket client = (SSLSocket) Systems.context(null, folder.authority())
                    .getSocketFactory()
                    .createSocket(here, listening.getLocalPort())) {
                client.startHandshake();
                client.getOutputStream().write(1);
                SSLSession session = client.getSession();
                served.join();
                return session;
            }
        }
    }
}
