package kaigo.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import kaigo.Browser;
import kaigo.SampleOffice;
import kaigo.TestServer;
import kaigo.api.Systems;
import kaigo.certificates.IssuedCertificate;
import kaigo.certificates.Validity;
import kaigo.demo.DemoAccounts;
import kaigo.identity.ClientCertificates;
import kaigo.identity.OfficeBrowser;
import kaigo.intake.Loads;
import kaigo.shared.CertificateHolder;
import kaigo.shared.InsurerNumber;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is refused before the gate stands in the audit stream too (docs/audit-events.md), and cannot fill it. */
class RefusedRequestsTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String PERSON = "9000000001";
    private static final String USERS = "/api/v1/users";

    private final InsurerNumber insurer = TestServer.insurerDaily();
    private final SampleOffice office = SampleOffice.near(insurer);
    private final Systems software = Systems.with(office.certificate);

    @Test
    void each_refusal_of_somebody_who_is_signed_in_has_an_entry_with_its_route_and_without_its_path() {
        Browser staff = Browser.of(insurer);
        String tanaka = "staff:" + insurer.value() + "/" + DemoAccounts.LOGIN;
        String answer = "/cases/" + PERSON + "/answer";
        for (int i = 0; i < 2; i++) {
            assertRefused(staff.get("/operator/insurers/" + PERSON), tanaka, "ROLE", "/operator/insurers/{number}");
            assertRefused(staff.post(answer, Map.of()), tanaka, "PAGE_TOKEN", "/cases/{person}/answer");
            assertRefused(staff.get(answer), tanaka, "FORM", "/cases/{person}/answer");
            assertRefused(staff.get("/records/" + PERSON + ";a=b"), tanaka, "FIREWALL", "/records/{person}");
            assertRefused(staff.get("/cases?kind=%00"), tanaka, "FIREWALL", "/cases");
            assertRefused(staff.get("/access-log?person=%ff"), tanaka, "FORM", "/access-log");
        }
        OfficeBrowser colleague = OfficeBrowser.of(office);
        assertRefused(
                colleague.get("/office/staff"), office.id.holder() + "/" + SampleOffice.LOGIN, "ROLE", "/office/staff");
    }

    @Test
    void a_system_is_refused_by_name_what_is_another_insurers() throws IOException {
        IssuedCertificate certificate = registered(insurer);
        String system = "system:" + insurer.value() + "/" + fingerprint(certificate);
        Systems own = Systems.with(certificate);
        String other = "/v1/insurers/442012/M01/registrations";
        String route = "/v1/insurers/{insurerNumber}/{ifId}/registrations";
        assertRefused(own.get(other), system, "OTHER_PATH", route);
        assertRefused(own.get(other, "Sec-Fetch-Site", "cross-site"), "unknown", "OTHER_SITE", route);
        assertRefused(own.get(USERS), system, "CERTIFICATE_OF_NO_INSTITUTION", USERS);
    }

    @Test
    void software_is_refused_by_its_certificate_what_it_asks_without_a_good_token() throws IOException {
        String someone = office.id.holder() + "/unknown";
        for (int i = 0; i < 2; i++) {
            assertRefused(software.get(USERS), someone, "TOKEN_MISSING", USERS);
            assertRefused(software.get(USERS, "Authorization", "Bearer x"), someone, "TOKEN_NOT_GOOD", USERS);
        }
        assertRefused(
                software.send("POST", USERS, "text/plain", "x", "Authorization", "Bearer " + token()),
                office.viewer().actor(),
                "FORM",
                USERS);
    }

    @Test
    void a_token_that_is_refreshed_is_on_record_and_one_that_cannot_be_too() throws IOException {
        JsonNode tokens = signIn();
        HttpResponse<String> turned = refresh(tokens.get("refreshToken").asString());
        assertThat(turned.statusCode()).isEqualTo(200);
        assertThat(entries(turned))
                .containsExactly("TOKEN_REFRESHED " + office.viewer().actor());
        HttpResponse<String> wrong = refresh("x");
        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(entries(wrong)).containsExactly("SIGN_IN_REFUSED " + office.id.holder() + "/unknown");
    }

    @Test
    void a_revoked_and_an_expired_certificate_are_counted_by_name() throws IOException {
        TestServer.bean(ClientCertificates.class).revoke(office.id, fingerprint(office.certificate));
        String someone = office.id.holder() + "/unknown";
        assertRefused(software.get(USERS), someone, "CERTIFICATE_REVOKED", USERS);
        assertThat(entries(software.get(USERS))).isEmpty();
        IssuedCertificate expired =
                Systems.issue(insurer, Validity.days(Systems.now().minusSeconds(9 * 86_400), 3));
        Systems.register(expired);
        String system = "system:" + insurer.value() + "/" + fingerprint(expired);
        String files = "/v1/insurers/" + insurer.value() + "/M01/registrations";
        HttpResponse<String> first = Systems.with(expired).get(files);
        assertThat(entries(first)).containsExactly("REQUEST_REFUSED " + system);
        assertThat(entries(Systems.with(expired).get(files))).isEmpty();
    }

    @Test
    void whoever_goes_on_above_its_limit_is_counted_by_name() throws IOException {
        String token = "Bearer " + token();
        RateLimits limits = TestServer.bean(RateLimits.class);
        while (limits.take(office.viewer()).granted()) {}
        HttpResponse<String> first = software.get(USERS, "Authorization", token);
        assertThat(first.statusCode()).isEqualTo(429);
        assertRefused(first, office.viewer().actor(), "TOO_MANY_REQUESTS", USERS);
        assertThat(entries(software.get(USERS, "Authorization", token))).isEmpty();
    }

    @Test
    void every_entry_of_a_request_says_from_where_it_came() {
        Browser.of(insurer).get("/files");
        assertThat(Loads.database()
                        .sql("select event || ' ' || (detail::jsonb ->> 'remote') from audit.entry where actor = ?")
                        .param("staff:" + insurer.value() + "/" + DemoAccounts.LOGIN)
                        .query(String.class)
                        .list())
                .contains("SIGNED_IN 127.0.0.1", "INSURER_LOOKED 127.0.0.1")
                .allMatch(entry -> entry.endsWith(" 127.0.0.1"));
    }

    /** Entries and what they count are all that there were; the minute may turn in between. */
    @Test
    void strangers_are_counted_and_cannot_fill_the_stream() {
        Refusals refusals = TestServer.bean(Refusals.class);
        refusals.writeCounted();
        long before = strangers("count(*) + coalesce(sum((detail::jsonb ->> 'unwritten')::int), 0)");
        long rows = strangers("count(*)");
        Browser nobody = new Browser();
        for (int i = 0; i < 50; i++) {
            assertThat(nobody.post("/sign-in", Map.of("login", "x")).statusCode())
                    .isEqualTo(403);
        }
        assertThat(strangers("count(*)") - rows).isBetween(1L, 3L);
        refusals.writeCounted();
        long after = strangers("count(*) + coalesce(sum((detail::jsonb ->> 'unwritten')::int), 0)");
        assertThat(after - before).isBetween(50L, 53L);
    }

    private static long strangers(String what) {
        return Loads.database()
                .sql("select " + what + " from audit.entry where event = 'REQUEST_REFUSED' and actor = 'unknown'"
                        + " and detail::jsonb ->> 'reason' = 'PAGE_TOKEN'")
                .query(Long.class)
                .single();
    }

    /** Exactly one entry; of strangers perhaps none, as they are only counted. */
    private static void assertRefused(HttpResponse<String> answer, String actor, String reason, String route) {
        assertThat(answer.statusCode()).isBetween(400, 429);
        List<String> found = Loads.database()
                .sql("select event || ' ' || actor || ' ' || (detail::jsonb - 'remote' - 'unwritten')::text"
                        + " from audit.entry where request_id = ?")
                .param(answer.headers().firstValue("X-Request-Id").orElseThrow())
                .query(String.class)
                .list();
        String expected = "REQUEST_REFUSED %s {\"route\": \"%s\", \"reason\": \"%s\"}".formatted(actor, route, reason);
        if (actor.equals("unknown") && found.isEmpty()) {
            return;
        }
        assertThat(found).containsExactly(expected);
    }

    private static List<String> entries(HttpResponse<String> answer) {
        return Loads.database()
                .sql("select event || ' ' || actor from audit.entry where request_id = ?")
                .param(answer.headers().firstValue("X-Request-Id").orElseThrow())
                .query(String.class)
                .list();
    }

    private JsonNode signIn() throws IOException {
        byte[] body = JSON.writeValueAsBytes(Map.of("userId", SampleOffice.LOGIN, "password", SampleOffice.PASSWORD));
        return JSON.readTree(software.post("/api/v1/auth/login", "application/json", body)
                        .body())
                .get("data");
    }

    private String token() throws IOException {
        return signIn().get("accessToken").asString();
    }

    private HttpResponse<String> refresh(String token) throws IOException {
        byte[] body = JSON.writeValueAsBytes(Map.of("refreshToken", token));
        return software.post("/api/v1/auth/refresh", "application/json", BodyPublishers.ofByteArray(body));
    }

    private static IssuedCertificate registered(CertificateHolder holder) {
        IssuedCertificate certificate = Systems.issue(holder, Validity.days(Systems.now(), 30));
        Systems.register(certificate);
        return certificate;
    }

    private static String fingerprint(IssuedCertificate certificate) {
        return ClientCertificates.fingerprint(certificate.certificate());
    }
}
