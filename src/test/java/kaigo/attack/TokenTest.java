package kaigo.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kaigo.SampleOffice;
import kaigo.TestServer;
import kaigo.api.Systems;
import kaigo.attack.RawHttp.Answer;
import kaigo.certificates.IssuedCertificate;
import kaigo.certificates.Validity;
import kaigo.identity.ClientCertificates;
import kaigo.identity.InstitutionAccounts;
import kaigo.intake.Loads;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every token that is not, or no longer, good at every route of the reading API. */
class TokenTest {

    private static final String JSON = "application/json";

    private final Attackers attackers = new Attackers();
    private final SampleOffice office = attackers.office;
    private final RawHttp own = RawHttp.tls(office.certificate);

    /** A token, and the connection on which it comes. */
    private record Try(RawHttp http, String authorization) {}

    @Test
    void no_token_but_a_good_one_opens_any_route() {
        Map<String, Try> tries = tries();
        List<String> open = new ArrayList<>();
        int asked = 0;
        for (Target target : Target.all()) {
            if (!target.isOfOffices() || target.path().matches(".*/auth/(login|refresh)")) {
                continue;
            }
            String path =
                    target.filled(Map.of("insurerNumber", attackers.insurer.value(), "insuredNumber", "9000000001"));
            tries.forEach((what, one) -> {
                Answer answer = one.http()
                        .send(target.method(), path, "{}", "Authorization", one.authorization(), "Content-Type", JSON);
                boolean closed = List.of(401, 403, 404).contains(answer.status());
                if (!closed || answer.body().contains("\"result\"")) {
                    open.add(what + " " + target + " " + answer.status());
                }
            });
            asked++;
        }
        assertThat(open).isEmpty();
        assertThat(asked).isGreaterThan(8);
        assertThat(me(own, "Bearer " + Attackers.signIn(own)).status())
                .as("the control: a good one")
                .isEqualTo(200);
    }

    private Map<String, Try> tries() {
        SampleOffice other = SampleOffice.second(attackers.insurer);
        IssuedCertificate second = Systems.issue(office.id, Validity.days(Systems.now(), 30));
        Systems.register(second);
        IssuedCertificate stranger = Systems.issue(office.id, Validity.days(Systems.now(), 30));
        String good = Attackers.signIn(own);
        Map<String, Try> tries = new LinkedHashMap<>();
        tries.put("none", new Try(own, ""));
        tries.put("made up", new Try(own, "Bearer " + "A".repeat(43)));
        tries.put("another scheme", new Try(own, "Basic " + good));
        tries.put("in small letters", new Try(own, "bearer " + good));
        tries.put("cut short", new Try(own, "Bearer " + good.substring(1)));
        tries.put("with a blank behind", new Try(own, "Bearer " + good + " x"));
        tries.put("without a certificate", new Try(RawHttp.tls(null), "Bearer " + good));
        tries.put("without TLS", new Try(RawHttp.plain(), "Bearer " + good));
        tries.put("another office's certificate", new Try(RawHttp.tls(other.certificate), "Bearer " + good));
        tries.put("another one of the same office", new Try(RawHttp.tls(second), "Bearer " + good));
        tries.put("one that is not registered", new Try(RawHttp.tls(stranger), "Bearer " + good));
        tries.put("of the municipality", new Try(municipality(), "Bearer " + good));
        tries.put("after the sign-out", new Try(own, "Bearer " + signedOut()));
        JsonNode turned = signIn();
        String refresh = turned.get("refreshToken").asString();
        tries.put("a refresh token in its place", new Try(own, "Bearer " + refresh));
        post("/api/v1/auth/refresh", "{\"refreshToken\":\"" + refresh + "\"}");
        tries.put(
                "after the refresh",
                new Try(own, "Bearer " + turned.get("accessToken").asString()));
        tries.put("past its end", new Try(own, "Bearer " + aged()));
        tries.put("of a revoked certificate", revoked());
        tries.put("of a locked account", locked());
        tries.put("of a stopped account", stopped());
        return tries;
    }

    private RawHttp municipality() {
        IssuedCertificate certificate = Systems.issue(attackers.insurer, Validity.days(Systems.now(), 30));
        Systems.register(certificate);
        return RawHttp.tls(certificate);
    }

    private String signedOut() {
        String token = Attackers.signIn(own);
        own.send("POST", "/api/v1/auth/logout", "", "Authorization", "Bearer " + token, "Content-Type", JSON);
        return token;
    }

    private String aged() {
        String token = Attackers.signIn(own);
        Loads.database()
                .sql("update identity.institution_session set access_until = access_until - interval '61 minutes'"
                        + " where access_hash = sha256(?::bytea)")
                .param(token.getBytes(java.nio.charset.StandardCharsets.US_ASCII))
                .update();
        return token;
    }

    private Try revoked() {
        IssuedCertificate certificate = Systems.issue(office.id, Validity.days(Systems.now(), 30));
        Systems.register(certificate);
        RawHttp http = RawHttp.tls(certificate);
        String token = Attackers.signIn(http);
        TestServer.bean(ClientCertificates.class)
                .revoke(office.id, ClientCertificates.fingerprint(certificate.certificate()));
        return new Try(http, "Bearer " + token);
    }

    private Try locked() {
        SampleOffice unlucky = SampleOffice.near(TestServer.insurerDaily());
        RawHttp http = RawHttp.tls(unlucky.certificate);
        String token = Attackers.signIn(http);
        for (int i = 0; i < 10; i++) {
            http.send(
                    "POST",
                    "/api/v1/auth/login",
                    "{\"userId\":\"" + SampleOffice.LOGIN + "\",\"password\":\"wrong\"}",
                    "Content-Type",
                    JSON);
        }
        return new Try(http, "Bearer " + token);
    }

    private static Try stopped() {
        SampleOffice closed = SampleOffice.near(TestServer.insurerDaily());
        RawHttp http = RawHttp.tls(closed.certificate);
        String token = Attackers.signIn(http);
        TestServer.bean(InstitutionAccounts.class).setActive(closed.id, SampleOffice.LOGIN, false);
        return new Try(http, "Bearer " + token);
    }

    private JsonNode signIn() {
        String body = "{\"userId\":\"%s\",\"password\":\"%s\"}".formatted(SampleOffice.LOGIN, SampleOffice.PASSWORD);
        return new JsonMapper()
                .readTree(post("/api/v1/auth/login", body).body())
                .get("data");
    }

    private Answer post(String path, String body) {
        return own.send("POST", path, body, "Content-Type", JSON);
    }

    private static Answer me(RawHttp http, String authorization) {
        return http.get("/api/v1/auth/me", "Authorization", authorization);
    }
}
