package kaigo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import kaigo.Await;
import kaigo.Browser;
import kaigo.api.Contract;
import kaigo.api.Systems;
import kaigo.certificates.CertificateAuthority;
import kaigo.certificates.CertificateFolder;
import kaigo.certificates.IssuedCertificate;
import kaigo.certificates.Validity;
import kaigo.identity.ClientCertificates;
import kaigo.intake.M01File;
import kaigo.platform.Server;
import kaigo.shared.InsurerNumber;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/** データベースの障害: what senders and staff are told, and that all goes on afterwards. */
class DatabaseAwayTest {

    private static final InsurerNumber INSURER = new InsurerNumber("440016");
    private static final String REGISTRATIONS = "/v1/insurers/440016/M01/registrations";

    private static OwnInstallation own;
    private static ConfigurableApplicationContext server;
    private static SSLContext tls;
    private static HttpClient system;

    @BeforeAll
    static void start() throws Exception {
        own = new OwnInstallation();
        server = Server.start(own.installation());
        own.run(
                "insurer",
                "put",
                "--number",
                INSURER.value(),
                "--name",
                "架空市",
                "--prefecture",
                "大分県",
                "--load-from",
                "2020-01-01");
        CertificateAuthority authority = new CertificateFolder(own.data.resolve("certificates")).authority();
        IssuedCertificate client =
                authority.issueClient(INSURER, Validity.days(Clock.systemUTC().instant(), 30));
        server.getBean(ClientCertificates.class).register(client.certificate(), false);
        tls = Systems.context(client, authority);
        system = HttpClient.newBuilder()
                .sslContext(tls)
                .version(HttpClient.Version.HTTP_1_1)
                .build();
    }

    @AfterAll
    static void stop() {
        system.shutdownNow();
        server.close();
        own.close();
    }

    @Test
    void without_its_database_the_api_says_when_to_come_again_and_then_goes_on() throws Exception {
        byte[] file = new M01File(INSURER, "I")
                .add("1", "9000000001", "123456789018", "架空　太郎")
                .bytes();
        assertThat(list().statusCode()).isEqualTo(200);

        own.cutOff();
        try {
            requireProblem(list(), 503, "UNAVAILABLE");
        } finally {
            giveBack();
        }

        HttpResponse<String> sent = post(file);
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(202);
        assertThat(own.run("audit", "verify")).as(own.out + own.err).isZero();
    }

    @Test
    void without_its_database_a_page_asks_to_come_again() throws Exception {
        own.cutOff();
        HttpResponse<String> answer;
        try {
            answer = new Browser(address(), HttpClient.newBuilder().sslContext(tls))
                    .signIn(INSURER.value(), "tanaka", "a password that is long");
        } finally {
            giveBack();
        }
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        requireNothingTold(answer.body());
        assertThat(answer.body()).contains("ただいま処理できません", "少し待ってから");
    }

    @Test
    void without_its_audit_entry_nothing_is_read_and_nothing_received() throws Exception {
        byte[] file =
                new M01File(INSURER, "I").add("1", "9000000002", "", "架空　花子").bytes();

        own.asSuperuser("revoke insert on audit.entry from kiban_app");
        try {
            requireProblem(list(), 503, "UNAVAILABLE");
            requireProblem(post(file), 503, "UNAVAILABLE");
        } finally {
            own.asSuperuser("grant insert on audit.entry to kiban_app");
        }

        HttpResponse<String> sent = post(file);
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(202);
    }

    @Test
    void what_nobody_foresaw_shows_its_request_and_nothing_of_its_cause() throws Exception {
        own.asSuperuser("alter table intake.file rename to elsewhere");
        try {
            requireProblem(list(), 500, "INTERNAL");
        } finally {
            own.asSuperuser("alter table intake.elsewhere rename to file");
        }
        assertThat(list().statusCode()).isEqualTo(200);
    }

    @Test
    void pages_say_so_in_a_sentence() throws Exception {
        Browser browser = new Browser(address(), HttpClient.newBuilder().sslContext(tls));

        own.asSuperuser("alter table identity.account rename to elsewhere");
        HttpResponse<String> answer;
        try {
            answer = browser.signIn(INSURER.value(), "tanaka", "a password that is long");
        } finally {
            own.asSuperuser("alter table identity.elsewhere rename to account");
        }

        assertThat(answer.statusCode()).isEqualTo(500);
        requireNothingTold(answer.body());
        assertThat(answer.body())
                .contains(
                        "処理を終えられませんでした",
                        answer.headers().firstValue("X-Request-Id").orElseThrow());
    }

    /**
     * Waits until the server has found its database again by itself. Then drops what the pools still hold: they hand out
     * unasked what was in use less than half a second ago, so that a dead connection would be the next test's.
     */
    private static void giveBack() throws SQLException {
        own.giveBack();
        Await.until(() -> list().statusCode() == 200, Duration.ofSeconds(60));
        server.getBeansOfType(HikariDataSource.class)
                .values()
                .forEach(pool -> pool.getHikariPoolMXBean().softEvictConnections());
    }

    private static void requireProblem(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.headers().firstValue("Retry-After").isPresent()).isEqualTo(status == 503);
        assertThat(answer.body())
                .contains(
                        "\"" + code + "\"",
                        answer.headers().firstValue("X-Request-Id").orElseThrow());
        requireNothingTold(answer.body());
    }

    private static void requireNothingTold(String body) {
        assertThat(body).doesNotContain("Exception", "SQL", "jdbc", "kiban_app", "elsewhere", "intake.", "identity.");
    }

    private static HttpResponse<String> list() throws IOException {
        return send(request().GET().build());
    }

    private static HttpResponse<String> post(byte[] file) throws IOException {
        return send(request()
                .header("Content-Type", "text/csv")
                .POST(BodyPublishers.ofByteArray(file))
                .build());
    }

    private static String address() {
        return "https://localhost:" + Server.tlsPort(server);
    }

    private static HttpRequest.Builder request() {
        return HttpRequest.newBuilder(URI.create(address() + REGISTRATIONS));
    }

    private static HttpResponse<String> send(HttpRequest request) throws IOException {
        try {
            HttpResponse<String> answer = system.send(request, BodyHandlers.ofString());
            Contract.requireKept(request, answer);
            return answer;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
