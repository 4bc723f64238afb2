package kaigo.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import kaigo.SampleOffice;
import kaigo.TestServer;
import kaigo.api.Systems;
import kaigo.certificates.IssuedCertificate;
import kaigo.certificates.Validity;
import kaigo.shared.InsurerNumber;
import org.junit.jupiter.api.Test;

/** A certificate in a header counts from the address of the configured proxy, and from nowhere else (settled 23). */
class ProxyCertificateTest {

    private static final InetAddress ELSEWHERE = InetAddress.ofLiteral("127.0.0.1");

    private final InsurerNumber insurer = TestServer.insurerLoading();
    private final SampleOffice office = SampleOffice.near(insurer);

    @Test
    void theProxyTellsWhoseCertificateItSaw() throws Exception {
        assertThat(signIn(TestServer.PROXY, structured(office.certificate)).statusCode())
                .isEqualTo(200);
        assertThat(signIn(TestServer.PROXY, escaped(office.certificate)).statusCode())
                .isEqualTo(200);
    }

    @Test
    void fromAnybodyElseTheHeaderIsNothing() throws Exception {
        HttpResponse<String> without = signIn(ELSEWHERE, "");
        HttpResponse<String> with = signIn(ELSEWHERE, structured(office.certificate));
        HttpResponse<String> pretended =
                signIn(ELSEWHERE, structured(office.certificate), "X-Forwarded-For", "127.0.0.2");

        assertThat(without.statusCode()).isEqualTo(404);
        assertThat(with.statusCode()).isEqualTo(404);
        assertThat(pretended.statusCode()).isEqualTo(404);
    }

    @Test
    void whatIsNoCertificateIsNone() throws Exception {
        for (String shown : new String[] {"", ":", "::", ":AAAA:", ":%%%:", "%zz", "-----BEGIN CERTIFICATE-----"}) {
            HttpResponse<String> answer = signIn(TestServer.PROXY, shown);
            assertThat(answer.statusCode()).as(shown).isEqualTo(401);
            assertThat(answer.body()).contains("CERTIFICATE_MISSING");
        }
    }

    @Test
    void aCertificateThatIsNotRegisteredStaysUnknown() throws Exception {
        IssuedCertificate foreign = Systems.issue(office.id, Validity.days(Systems.now(), 30));

        assertThat(signIn(TestServer.PROXY, structured(foreign)).body()).contains("CERTIFICATE_UNKNOWN");
    }

    private static String structured(IssuedCertificate client) throws Exception {
        return ":" + Base64.getEncoder().encodeToString(client.certificate().getEncoded()) + ":";
    }

    /** As nginx writes it. */
    private static String escaped(IssuedCertificate client) throws Exception {
        String pem = "-----BEGIN CERTIFICATE-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'})
                        .encodeToString(client.certificate().getEncoded())
                + "\n-----END CERTIFICATE-----\n";
        return URLEncoder.encode(pem, StandardCharsets.US_ASCII).replace("+", "%20");
    }

    private static HttpResponse<String> signIn(InetAddress from, String shown, String... headers)
            throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newBuilder()
                .localAddress(from)
                .version(HttpClient.Version.HTTP_1_1)
                .build()) {
            String body =
                    "{\"userId\":\"%s\",\"password\":\"%s\"}".formatted(SampleOffice.LOGIN, SampleOffice.PASSWORD);
            HttpRequest.Builder request = HttpRequest.newBuilder(
                            URI.create(TestServer.url().replace("localhost", "127.0.0.1") + "/api/v1/auth/login"))
                    .header("Content-Type", "application/json")
                    .header("Client-Cert", shown)
                    .POST(HttpRequest.BodyPublishers.ofString(body));
            if (headers.length > 0) {
                request.headers(headers);
            }
            return client.send(request.build(), BodyHandlers.ofString());
        }
    }
}
