package kaigo.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import javax.net.ssl.SSLParameters;
import kaigo.TestServer;
import kaigo.api.Systems;
import kaigo.certificates.CertificateAuthority;
import kaigo.certificates.CertificateFolder;
import kaigo.certificates.IssuedCertificate;
import kaigo.certificates.Validity;
import kaigo.identity.ClientCertificates;
import kaigo.shared.InsurerNumber;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.Environment;

class CertificateAccessTest {

    private final InsurerNumber insurer = TestServer.insurerLoading();
    private final String path = "/v1/insurers/" + insurer.value() + "/M01/registrations";
    private final Instant now = Systems.now();

    @Test
    void without_a_certificate_nothing_is_answered_but_that() throws IOException {
        refused(Systems.without().get(path), "CERTIFICATE_MISSING");
        refused(Systems.without().get("/v1/anything"), "CERTIFICATE_MISSING");
    }

    @Test
    void an_expired_certificate_is_refused_by_name() throws IOException {
        IssuedCertificate expired =
                Systems.issue(insurer, new Validity(now.minus(40, ChronoUnit.DAYS), now.minusSeconds(60)));
        Systems.register(expired);

        refused(Systems.with(expired).get(path), "CERTIFICATE_EXPIRED");
    }

    @Test
    void a_certificate_is_refused_from_the_request_after_its_revocation_on() throws IOException {
        IssuedCertificate client = Systems.issue(insurer, Validity.days(now, 1));
        Systems.register(client);
        Systems system = Systems.with(client);
        assertThat(system.get(path).statusCode()).isEqualTo(200);

        ClientCertificates register = TestServer.bean(ClientCertificates.class);
        assertThat(register.revoke(insurer, ClientCertificates.fingerprint(client.certificate())))
                .isTrue();

        refused(system.get(path), "CERTIFICATE_REVOKED");
        Systems.register(client);
        refused(system.get(path), "CERTIFICATE_REVOKED");
    }

    @Test
    void a_certificate_of_our_issuer_that_nobody_registered_is_refused() throws IOException {
        refused(Systems.with(Systems.issue(insurer, Validity.days(now, 1))).get(path), "CERTIFICATE_UNKNOWN");
    }

    @Test
    void a_certificate_of_another_authority_ends_the_handshake() {
        CertificateAuthority stranger = CertificateAuthority.create("stranger", Validity.days(now, 1));
        IssuedCertificate strange = stranger.issueClient(insurer, Validity.days(now, 1));

        assertThatThrownBy(() -> Systems.with(strange).get(path)).isInstanceOf(IOException.class);
    }

    @Test
    void an_authority_of_the_same_name_is_another_authority() {
        CertificateAuthority twin = CertificateAuthority.create("kiban demo authority", Validity.days(now, 1));

        assertThatThrownBy(() -> Systems.with(twin.issueClient(insurer, Validity.days(now, 1)))
                        .get(path))
                .isInstanceOf(IOException.class);
    }

    @Test
    void a_server_certificate_is_no_client() {
        IssuedCertificate server = TestServer.bean(CertificateFolder.class).server();

        assertThatThrownBy(() -> Systems.with(server).get(path)).isInstanceOf(IOException.class);
    }

    @Test
    void only_tls_1_3_is_spoken() {
        SSLParameters older = new SSLParameters(null, new String[] {"TLSv1.2"});
        HttpClient client = HttpClient.newBuilder()
                .sslContext(Systems.context(null))
                .sslParameters(older)
                .build();

        assertThatThrownBy(() ->
                        client.send(Systems.request("/openapi/kiban-v1.yaml").build(), BodyHandlers.ofString()))
                .isInstanceOf(IOException.class);
    }

    @Test
    void the_plain_port_knows_no_api_but_shows_the_document() throws Exception {
        HttpResponse<String> api = plain(path);
        assertThat(api.statusCode()).isEqualTo(404);
        ApiCase.requireProblem(api, 404, "NOT_FOUND");

        assertThat(plain("/openapi/kiban-v1.yaml").body()).startsWith("openapi: 3.1.0");
        assertThat(Systems.without().get("/openapi/kiban-v1.yaml").body()).startsWith("openapi: 3.1.0");
    }

    private static HttpResponse<String> plain(String path) throws Exception {
        String port = TestServer.bean(Environment.class).getRequiredProperty("local.server.port");
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .timeout(Duration.ofSeconds(30))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, BodyHandlers.ofString());
        }
    }

    private static void refused(HttpResponse<String> answer, String code) {
        ApiCase.requireProblem(answer, 401, code);
    }
}
