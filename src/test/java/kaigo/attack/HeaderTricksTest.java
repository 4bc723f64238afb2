package kaigo.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import kaigo.SampleOffice;
import kaigo.TestServer;
import kaigo.api.Systems;
import kaigo.attack.People.Session;
import kaigo.attack.RawHttp.Answer;
import kaigo.screens.Part;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Headers that claim what only the connection can show, or that two readers could read differently. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HeaderTricksTest {

    private static final String WHO = "/api/v1/auth/me";
    private static final String CERT = "Client-Cert";
    private static final String EVIL = "evil.example";

    private final Attackers attackers = new Attackers();
    private final SampleOffice office = attackers.office;
    private final RawHttp proxy = RawHttp.plain(TestServer.PROXY);

    @Test
    void a_certificate_in_a_header_counts_from_the_proxy_alone() throws Exception {
        String token = "Bearer " + attackers.token();
        String shown = structured(office.certificate.certificate());
        assertThat(proxy.get(WHO, CERT, shown, "Authorization", token).status())
                .as("the control")
                .isEqualTo(200);
        List<Answer> strangers = List.of(
                RawHttp.plain().get(WHO, CERT, shown, "Authorization", token),
                RawHttp.plain().get(WHO, CERT, shown, "Authorization", token, "X-Forwarded-For", "127.0.0.2"),
                RawHttp.plain().get(WHO, CERT, shown, "Authorization", token, "Forwarded", "for=127.0.0.2;proto=https"),
                RawHttp.plain().get(WHO, CERT, shown, "Authorization", token, "X-Forwarded-Proto", "https"),
                RawHttp.plain().get(WHO, CERT, shown, "Authorization", token, "X-Real-IP", "127.0.0.2"),
                RawHttp.tls(null).get(WHO, CERT, shown, "Authorization", token),
                RawHttp.tls(null).get(WHO, CERT, shown, "Authorization", token, "X-Forwarded-For", "127.0.0.2"));
        assertThat(strangers).extracting(Answer::status).allMatch(status -> status == 404 || status == 401);
    }

    @Test
    void beside_a_certificate_of_ones_own_a_header_changes_nothing() throws Exception {
        SampleOffice other = SampleOffice.second(attackers.insurer);
        RawHttp own = RawHttp.tls(other.certificate);
        String token = "Bearer " + Attackers.signIn(own);
        String stolen = structured(office.certificate.certificate());
        Answer answer = own.get(WHO, CERT, stolen, "Authorization", token);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).contains(other.id.number()).doesNotContain(office.id.number());
        assertThat(own.get(WHO, CERT, stolen, "Authorization", "Bearer " + attackers.token())
                        .status())
                .isEqualTo(401);
    }

    /** A proxy that adds its header to the client's own instead of replacing it must not let the client choose. */
    @Test
    void two_certificates_in_headers_are_none() throws Exception {
        String token = "Bearer " + attackers.token();
        String right = structured(office.certificate.certificate());
        String other =
                structured(SampleOffice.second(attackers.insurer).certificate.certificate());
        assertThat(proxy.get(WHO, CERT, right, CERT, other, "Authorization", token)
                        .status())
                .isEqualTo(401);
        assertThat(proxy.get(WHO, CERT, other, CERT, right, "Authorization", token)
                        .status())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ":",
                "::",
                ":AAAA:",
                ":!:",
                "%",
                "%zz",
                "-----BEGIN CERTIFICATE-----",
                ":MAA=:",
                "null",
                "-----BEGIN PKCS7-----%0AMAA=%0A-----END PKCS7-----"
            })
    void what_is_no_certificate_is_none(String shown) {
        Answer answer = proxy.get(WHO, CERT, shown, "Authorization", "Bearer " + attackers.token());
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.body()).contains("CERTIFICATE_MISSING");
    }

    /** Registered for nobody, signed by nobody whom we know. */
    @Test
    void a_certificate_that_is_not_registered_is_refused_from_the_proxy_too() throws Exception {
        X509Certificate unknown = Systems.issue(office.id, kaigo.certificates.Validity.days(Systems.now(), 30))
                .certificate();
        String token = "Bearer " + attackers.token();
        assertThat(proxy.get(WHO, CERT, structured(unknown), "Authorization", token)
                        .body())
                .contains("CERTIFICATE_UNKNOWN");
        String pem = "-----BEGIN CERTIFICATE-----\n"
                + Base64.getMimeEncoder()
                        .encodeToString(office.certificate.certificate().getEncoded())
                + "\n-----END CERTIFICATE-----\n";
        assertThat(proxy.get(WHO, CERT, URLEncoder.encode(pem, StandardCharsets.UTF_8), "Authorization", token)
                        .status())
                .as("the control: as nginx writes it")
                .isEqualTo(200);
    }

    @Test
    void a_redirect_leads_to_no_host_that_a_header_names() {
        for (String path : List.of("/day", "/office", "/my", "/sign-in/code", "/my/sign-in/to/kiban")) {
            for (RawHttp http : List.of(RawHttp.plain(), RawHttp.tls(null))) {
                Answer answer = http.get(
                        path,
                        "Host",
                        EVIL,
                        "X-Forwarded-Host",
                        EVIL,
                        "X-Forwarded-Proto",
                        "https",
                        "X-Forwarded-Prefix",
                        "/" + EVIL,
                        "Forwarded",
                        "host=" + EVIL,
                        "X-Original-URL",
                        "/interfaces",
                        "X-Rewrite-URL",
                        "/interfaces");
                assertThat(answer.status()).as(path).isNotEqualTo(200);
                assertThat(answer.header("Location").orElse("")).as(path).doesNotContain(EVIL);
            }
        }
    }

    @Test
    void a_method_in_a_header_or_a_field_is_none() {
        Session staff = attackers.session(Part.STAFF);
        for (String header : List.of("X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override")) {
            assertThat(staff.http()
                            .get("/sign-out", "Cookie", staff.cookie(), header, "POST")
                            .status())
                    .isNotEqualTo(200);
            assertThat(RawHttp.plain()
                            .send("GET", "/upload?_method=put", "", "Cookie", staff.cookie(), header, "PUT")
                            .status())
                    .isEqualTo(200);
        }
        assertThat(staff.get("/day").status()).as("still signed in").isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "short",
                "with blank inside",
                "a<script>alert(1)</script>",
                "tab\tinside",
                "../../../../etc/passwd",
                "é-not-of-ascii-letters",
                "' or '1'='1 --------",
                ".begins-with-a-dot",
                "one,two,three,four"
            })
    void a_request_id_that_has_no_safe_form_is_replaced(String given) {
        Answer answer = RawHttp.plain().get("/interfaces", "X-Request-Id", given);
        assertThat(answer.header("X-Request-Id").orElseThrow())
                .isNotEqualTo(given)
                .matches("[0-9a-f-]{36}");
        assertThat(RawHttp.plain()
                        .get("/interfaces", "X-Request-Id", "a".repeat(65))
                        .header("X-Request-Id")
                        .orElseThrow())
                .hasSize(36);
        assertThat(RawHttp.plain()
                        .get("/interfaces", "X-Request-Id", "safe-id-0001")
                        .header("X-Request-Id"))
                .as("the control")
                .hasValue("safe-id-0001");
    }

    /** What two servers in a row could cut at different places is answered by neither, or by 400. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 5\r\nContent-Length: 50\r\n",
                "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n",
                "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n",
                "Transfer-Encoding: xchunked\r\n",
                "Content-Length: -1\r\n",
                "Content-Length: 5, 6\r\n",
                "Content-Length : 5\r\n",
                "Host: evil.example\r\n",
                "X-Bad\0: x\r\n",
                "X-Bad: a\0b\r\n",
                " folded: x\r\n",
            })
    void a_request_that_can_be_read_in_two_ways_is_refused(String header) {
        int port = URI.create(TestServer.url()).getPort();
        Answer answer = RawHttp.plain()
                .exchange(
                        "POST /sign-in HTTP/1.1\r\nHost: localhost:" + port + "\r\nConnection: close\r\n" + header
                                + "\r\n",
                        "0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        assertThat(answer.status()).as(header).isIn(0, 400, 403, 501);
        assertThat(answer.body()).doesNotContain("Exception");
    }

    @Test
    void headers_without_end_are_refused() {
        Answer one = RawHttp.plain().get("/interfaces", "X-Long", "x".repeat(100_000));
        assertThat(one.status()).isIn(0, 400, 431);
        String[] many = new String[2_000];
        for (int i = 0; i < many.length; i += 2) {
            many[i] = "X-H" + i;
            many[i + 1] = "x";
        }
        assertThat(RawHttp.plain().get("/interfaces", many).status()).isIn(0, 400, 431);
    }

    @Test
    void two_tokens_are_none_but_the_first() {
        String good = "Bearer " + attackers.token();
        RawHttp own = RawHttp.tls(office.certificate);
        assertThat(own.get(WHO, "Authorization", "Bearer x", "Authorization", good)
                        .status())
                .isEqualTo(401);
        assertThat(own.get(WHO + "?access_token=" + attackers.token()).status())
                .as("in the query")
                .isEqualTo(401);
    }

    private static String structured(X509Certificate certificate) throws CertificateEncodingException {
        return ":" + Base64.getEncoder().encodeToString(certificate.getEncoded()) + ":";
    }
}
