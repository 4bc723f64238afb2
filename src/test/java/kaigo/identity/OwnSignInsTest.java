package kaigo.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import kaigo.SampleOffice;
import kaigo.TestServer;
import kaigo.api.Systems;
import kaigo.intake.Loads;
import org.junit.jupiter.api.Test;

/** What somebody of an institution does with the own sign-ins and passkeys: nothing without the password. */
class OwnSignInsTest {

    private static final String ACCOUNT = "/office/account";
    private static final String END = "/office/account/sign-ins";
    private static final Pattern OF_A_SCREEN = Pattern.compile("name=\"session\" value=\"([^\"]+)\">画面");
    private static final Pattern OF_SOFTWARE = Pattern.compile("name=\"session\" value=\"([^\"]+)\">ソフトウェア");

    private final SampleOffice office = SampleOffice.near(TestServer.insurerDaily());
    private final OfficeBrowser here = OfficeBrowser.of(office);
    private final OfficeBrowser there = OfficeBrowser.of(office);

    @Test
    void one_sees_the_own_sign_ins_and_ends_one_of_them() throws IOException {
        String token = token();
        String page = here.get(ACCOUNT).body();
        assertThat(page).contains("この画面：");
        assertThat(OF_A_SCREEN.matcher(page).results()).hasSize(1);
        assertThat(OF_SOFTWARE.matcher(page).results()).hasSize(1);

        end(Map.of("session", first(OF_A_SCREEN, page)), SampleOffice.PASSWORD);
        assertThat(isIn(there)).isFalse();
        assertThat(isIn(here)).isTrue();
        assertThat(status(token)).isEqualTo(200);

        end(Map.of("session", first(OF_SOFTWARE, page)), SampleOffice.PASSWORD);
        assertThat(status(token)).isEqualTo(401);
        assertThat(here.get(ACCOUNT).body()).contains("ほかにサインインしているものはありません");
        assertThat(events()).endsWith("SIGNED_OUT", "SIGNED_OUT");
    }

    @Test
    void all_others_end_and_whoever_asks_goes_on() throws IOException {
        String token = token();
        String before = here.session();
        assertThat(end(Map.of("others", "true"), SampleOffice.PASSWORD).body()).contains("サインインを終えました");
        assertThat(isIn(there)).isFalse();
        assertThat(status(token)).isEqualTo(401);
        assertThat(isIn(here)).isTrue();
        assertThat(here.session()).isNotEqualTo(before);
    }

    @Test
    void without_the_password_nothing_ends_and_the_try_counts() {
        String other = first(OF_A_SCREEN, here.get(ACCOUNT).body());
        for (Map<String, String> form : List.of(Map.of("session", other), Map.of("others", "true"))) {
            HttpResponse<String> refused = end(form, "not the password");
            assertThat(refused.statusCode()).isEqualTo(422);
            assertThat(refused.body()).contains("いまのパスワードが違います").doesNotContain("not the password");
        }
        assertThat(isIn(there)).isTrue();
        assertThat(events()).endsWith("SIGN_IN_REFUSED", "SIGN_IN_REFUSED");
        for (int i = 0; i < Accounts.TRIES - 2; i++) {
            end(Map.of("others", "true"), "not the password");
        }
        assertThat(isIn(here)).as("locked after ten").isFalse();
    }

    @Test
    void nobody_ends_the_sign_in_of_somebody_else() {
        OfficeBrowser colleague = OfficeBrowser.as(office.with("other", InstitutionRole.GENERAL), "other");
        String theirs = Loads.database()
                .sql("select id from identity.screen_session where number = ? and login = 'other'")
                .param(office.id.number())
                .query(String.class)
                .single();
        assertThat(here.get(ACCOUNT).body()).doesNotContain(theirs);
        end(Map.of("session", theirs), SampleOffice.PASSWORD);
        assertThat(isIn(colleague)).isTrue();
    }

    @Test
    void a_sign_in_that_was_left_is_listed_no_more() {
        there.post("/sign-out", Map.of());
        assertThat(here.get(ACCOUNT).body()).contains("ほかにサインインしているものはありません");
    }

    @Test
    void a_passkey_is_neither_made_nor_taken_away_without_the_password() {
        HttpResponse<String> refused = options("not the password");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("いまのパスワードが違います").doesNotContain("challenge");
        assertThat(options("").statusCode()).isEqualTo(422);
        assertThat(options(SampleOffice.PASSWORD).body()).contains("challenge");

        String id = passkey();
        HttpResponse<String> kept = remove(Map.of("id", id, "removalPassword", "not the password"));
        assertThat(kept.statusCode()).isEqualTo(422);
        assertThat(kept.body()).contains("いまのパスワードが違います", "見本の端末");
        assertThat(remove(Map.of("id", id, "removalPassword", SampleOffice.PASSWORD))
                        .body())
                .contains("パスキーを外しました")
                .doesNotContain("見本の端末");
        assertThat(events()).endsWith("SIGN_IN_REFUSED", "SIGN_IN_REFUSED", "SIGN_IN_REFUSED", "PASSKEY_REMOVED");
        assertThat(isIn(there)).as("nobody asked for its end").isTrue();
    }

    @Test
    void whoever_takes_away_a_passkey_may_end_every_other_sign_in() {
        remove(Map.of("id", passkey(), "removalPassword", SampleOffice.PASSWORD, "others", "true"));
        assertThat(isIn(there)).isFalse();
        assertThat(isIn(here)).isTrue();
    }

    @Test
    void an_administrator_changes_the_own_mail_with_the_password_only() {
        office.administered();
        OfficeBrowser administrator = OfficeBrowser.of(office);
        String self = "/office/staff/accounts/" + SampleOffice.LOGIN;
        Map<String, String> form = new HashMap<>(
                Map.of("displayName", "見本", "mail", "new@kiban.example", "jobs", "OTHER", "role", "ADMINISTRATOR"));
        for (String wrong : List.of("", "not the password")) {
            form.put("presentPassword", wrong);
            HttpResponse<String> refused = administrator.post(self, form);
            assertThat(refused.statusCode()).isEqualTo(422);
            assertThat(refused.body()).contains("いまのパスワードが違います");
        }
        String id = passkey();
        administrator.post(self + "/passkeys", Map.of("id", id));
        assertThat(administrator.get("/office").body()).contains("見本の端末");
        assertThat(mail()).isEqualTo(office.mail());

        form.put("presentPassword", SampleOffice.PASSWORD);
        administrator.post(self, form);
        assertThat(mail()).isEqualTo("new@kiban.example");
    }

    private String mail() {
        return Loads.database()
                .sql("select mail from identity.institution_account where number = ? and login = ?")
                .params(office.id.number(), SampleOffice.LOGIN)
                .query(String.class)
                .single();
    }

    @Test
    void a_password_of_128_kanji_can_be_chosen_and_opens() {
        String longest = "春夏秋冬朝昼夕夜".repeat(16);
        here.post(
                "/office/account/password",
                Map.of("presentPassword", SampleOffice.PASSWORD, "newPassword", longest, "newPasswordAgain", longest));
        there.password(longest);
        there.code(office.code());
        assertThat(isIn(there)).isTrue();
        assertThat(there.password(longest.substring(1)).statusCode()).isEqualTo(401);
    }

    private HttpResponse<String> end(Map<String, String> which, String password) {
        Map<String, String> form = new HashMap<>(which);
        form.put("endingPassword", password);
        return here.post(END, form);
    }

    private HttpResponse<String> options(String password) {
        return here.post("/office/passkeys/options", Map.of("passkeyPassword", password));
    }

    private HttpResponse<String> remove(Map<String, String> form) {
        return here.post("/office/passkeys/remove", form);
    }

    /** One of this account's, as a browser would have made it; its id. */
    private String passkey() {
        String owner = office.id.holder() + "/" + SampleOffice.LOGIN;
        Loads.database()
                .sql("insert into identity.passkey_owner values (?, sha256(?::bytea)) on conflict do nothing")
                .params(owner, owner)
                .update();
        byte[] id = Loads.database()
                .sql("""
                        insert into identity.passkey values (sha256(?::bytea), ?, '', '', '', 0, false, false, '{}',
                            '見本の端末', timestamptz '2026-11-01 09:00+09') returning credential_id""")
                .params(owner, owner)
                .query(byte[].class)
                .single();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(id);
    }

    private String token() throws IOException {
        String body = "{\"userId\":\"%s\",\"password\":\"%s\"}".formatted(SampleOffice.LOGIN, SampleOffice.PASSWORD);
        String answer = Systems.with(office.certificate)
                .send("POST", "/api/v1/auth/login", "application/json", body)
                .body();
        return answer.replaceAll("(?s).*\"accessToken\"\\s*:\\s*\"([^\"]+)\".*", "$1");
    }

    private int status(String token) throws IOException {
        return Systems.with(office.certificate)
                .get("/api/v1/auth/me", "Authorization", "Bearer " + token)
                .statusCode();
    }

    private static boolean isIn(OfficeBrowser browser) {
        return browser.get(ACCOUNT).uri().getPath().equals(ACCOUNT);
    }

    private static String first(Pattern one, String page) {
        return one.matcher(page).results().findFirst().orElseThrow().group(1);
    }

    private List<String> events() {
        return Loads.database()
                .sql("select event from audit.entry where actor = ? order by number")
                .param(office.id.holder() + "/" + SampleOffice.LOGIN)
                .query(String.class)
                .list();
    }
}
