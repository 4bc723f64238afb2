package kaigo.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import kaigo.SampleOffice;
import kaigo.TestServer;
import kaigo.api.Systems;
import kaigo.intake.Loads;
import kaigo.shared.InsurerNumber;
import kaigo.shared.Job;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An office's software signs in with certificate and password, and goes on with tokens. */
class SignInApiTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String WHO = "/api/v1/auth/me";

    private final InsurerNumber insurer = TestServer.insurerDaily();
    private final SampleOffice office = SampleOffice.near(insurer);
    private final Systems system = Systems.with(office.certificate);

    @Test
    void tokens_of_certificate_and_password_are_good_for_that_certificate_only() throws IOException {
        JsonNode tokens = data(signIn(SampleOffice.PASSWORD));
        assertThat(tokens.get("accessExpiresIn").asInt()).isEqualTo(3600);
        assertThat(tokens.get("refreshExpiresIn").asInt()).isEqualTo(28800);
        String access = tokens.get("accessToken").asString();

        assertThat(data(me(system, access)).get("userId").asString()).isEqualTo(SampleOffice.LOGIN);
        refused(me(Systems.with(SampleOffice.second(insurer).certificate), access), 401, "TOKEN_NOT_GOOD");
        refused(me(Systems.without(), access), 401, "CERTIFICATE_MISSING");
        refused(me(Systems.of(insurer), access), 403, "CERTIFICATE_OF_NO_INSTITUTION");
        refused(system.get(WHO), 401, "TOKEN_MISSING");
        refused(me(system, access + "x"), 401, "TOKEN_NOT_GOOD");
    }

    @Test
    void a_second_certificate_of_the_same_office_needs_its_own_tokens() throws IOException {
        refused(me(Systems.of(office.id), access()), 401, "TOKEN_NOT_GOOD");
    }

    @Test
    void a_wrong_password_and_an_unknown_user_look_the_same_and_lock() throws IOException {
        HttpResponse<String> wrong = signIn("not-the-password-1");
        HttpResponse<String> unknown = post("login", Map.of("userId", "nobody", "password", "not-the-password-1"));
        refused(wrong, 401, "SIGN_IN_REFUSED");
        assertThat(withoutId(unknown)).isEqualTo(withoutId(wrong));

        String access = access();
        for (int i = 0; i < Accounts.TRIES; i++) {
            signIn("not-the-password-1");
        }
        refused(signIn(SampleOffice.PASSWORD), 401, "SIGN_IN_REFUSED");
        refused(me(system, access), 401, "TOKEN_NOT_GOOD");
    }

    @Test
    void a_refresh_token_turns_and_one_that_comes_twice_ends_the_sign_in() throws IOException {
        JsonNode first = data(signIn(SampleOffice.PASSWORD));
        JsonNode second = data(refresh(first));
        refused(me(system, first.get("accessToken").asString()), 401, "TOKEN_NOT_GOOD");
        String access = second.get("accessToken").asString();
        assertThat(me(system, access).statusCode()).isEqualTo(200);
        assertThat(second.get("refreshExpiresIn").asInt()).isLessThanOrEqualTo(28800);

        refused(refresh(first), 401, "TOKEN_NOT_GOOD");
        refused(me(system, access), 401, "TOKEN_NOT_GOOD");
        refused(refresh(second), 401, "TOKEN_NOT_GOOD");
    }

    @Test
    void tokens_end_in_time() throws IOException {
        JsonNode tokens = data(signIn(SampleOffice.PASSWORD));
        age("access_until = access_until - interval '60 minutes'");
        refused(me(system, tokens.get("accessToken").asString()), 401, "TOKEN_NOT_GOOD");
        JsonNode turned = data(refresh(tokens));
        age("refresh_until = refresh_until - interval '8 hours'");
        refused(refresh(turned), 401, "TOKEN_NOT_GOOD");
    }

    @Test
    void signing_out_a_stopped_account_a_new_password_and_a_revoked_certificate_end_it_at_once() throws IOException {
        String out = access();
        assertThat(system.post("/api/v1/auth/logout", "application/json", new byte[0], "Authorization", "Bearer " + out)
                        .statusCode())
                .isEqualTo(200);
        refused(me(system, out), 401, "TOKEN_NOT_GOOD");

        InstitutionAccounts accounts = TestServer.bean(InstitutionAccounts.class);
        String stopped = access();
        accounts.setActive(office.id, SampleOffice.LOGIN, false);
        refused(me(system, stopped), 401, "TOKEN_NOT_GOOD");
        accounts.setActive(office.id, SampleOffice.LOGIN, true);

        String changed = access();
        accounts.put(
                new NewInstitutionAccount(office.id, SampleOffice.LOGIN, "見本　計", Set.of(Job.OTHER), null, null),
                "another-long-password",
                false);
        refused(me(system, changed), 401, "TOKEN_NOT_GOOD");

        String revoked =
                data(signIn("another-long-password")).get("accessToken").asString();
        TestServer.bean(ClientCertificates.class)
                .revoke(office.id, ClientCertificates.fingerprint(office.certificate.certificate()));
        refused(me(system, revoked), 401, "CERTIFICATE_REVOKED");
    }

    @Test
    void no_token_stands_in_the_database() throws IOException {
        JsonNode tokens = data(signIn(SampleOffice.PASSWORD));
        String row = Loads.database()
                .sql("select s::text from identity.institution_session s where number = ?")
                .param(office.id.number())
                .query(String.class)
                .single();
        assertThat(row)
                .doesNotContain(
                        tokens.get("accessToken").asString(),
                        tokens.get("refreshToken").asString());
    }

    @Test
    void a_body_without_what_is_needed_is_refused() throws IOException {
        for (String body : new String[] {"", "{}", "[]", "{\"userId\":[1]}", "{\"userId\":\"cm\",\"password\":null}"}) {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            refused(system.post("/api/v1/auth/login", "application/json", bytes), 400, "BAD_REQUEST");
        }
    }

    private String access() throws IOException {
        return data(signIn(SampleOffice.PASSWORD)).get("accessToken").asString();
    }

    private HttpResponse<String> signIn(String password) throws IOException {
        return post("login", Map.of("userId", SampleOffice.LOGIN, "password", password));
    }

    private HttpResponse<String> refresh(JsonNode tokens) throws IOException {
        return post("refresh", Map.of("refreshToken", tokens.get("refreshToken").asString()));
    }

    private HttpResponse<String> post(String operation, Map<String, String> body) throws IOException {
        return system.post("/api/v1/auth/" + operation, "application/json", JSON.writeValueAsBytes(body));
    }

    private static HttpResponse<String> me(Systems from, String access) throws IOException {
        return from.get(WHO, "Authorization", "Bearer " + access);
    }

    private void age(String change) {
        Loads.database()
                .sql("update identity.institution_session set " + change + " where number = ?")
                .param(office.id.number())
                .update();
    }

    private static JsonNode data(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return JSON.readTree(response.body()).get("data");
    }

    private static void refused(HttpResponse<String> response, int status, String code) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(JSON.readTree(response.body()).get("code").asString()).isEqualTo(code);
    }

    private static String withoutId(HttpResponse<String> response) {
        return response.statusCode() + response.body().replaceAll("\"requestId\":\"[^\"]*\"", "");
    }
}
