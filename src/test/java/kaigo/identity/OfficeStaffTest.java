package kaigo.identity;

import static kaigo.identity.StaffForms.ONE;
import static kaigo.identity.StaffForms.form;
import static kaigo.identity.StaffForms.found;
import static kaigo.identity.StaffForms.handed;
import static kaigo.identity.StaffForms.seen;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import kaigo.SampleOffice;
import kaigo.TestServer;
import kaigo.api.Systems;
import kaigo.intake.Loads;
import kaigo.shared.InsurerNumber;
import org.junit.jupiter.api.Test;

/** 事業所ユーザ → 管理者 → 一般: administrators look after their own office's accounts, over the real HTTP stack. */
class OfficeStaffTest {

    private static final String NEW = "/office/staff/new";
    private static final String OWN_PASSWORD = "yama-no-ue-no-ki";

    private final InsurerNumber insurer = TestServer.insurerDaily();
    private final SampleOffice office = SampleOffice.near(insurer).withAdministrator();
    private final OfficeBrowser administrator = OfficeBrowser.as(office, SampleOffice.ADMINISTRATOR);

    @Test
    void somebody_who_is_registered_chooses_a_password_first_and_is_in_then() throws IOException {
        HttpResponse<String> registered = administrator.post(NEW, hana());
        String initial = handed(registered);
        assertThat(administrator
                        .get(registered.uri().getRawPath()
                                + '?'
                                + registered.uri().getRawQuery())
                        .body())
                .as("shown once")
                .doesNotContain(initial);

        OfficeBrowser hana = OfficeBrowser.with(office.certificate);
        hana.password("hana", initial);
        HttpResponse<String> first = hana.code(office.code("hana"));
        assertThat(first.uri().getPath()).isEqualTo("/office/account");
        assertThat(first.body()).contains("パスワードを変えてください");
        assertThat(hana.get("/office").uri().getPath()).isEqualTo("/office/account");
        assertThat(api("hana", initial).statusCode()).as("no software either").isEqualTo(401);

        assertThat(change(hana, "not the password", OWN_PASSWORD).body()).contains("いまのパスワードが違います");
        assertThat(change(hana, initial, "password1234").body()).contains("よく使われるもの");
        assertThat(change(hana, initial, initial).body()).contains("いまのパスワードと同じ");
        String before = hana.session();
        assertThat(change(hana, initial, OWN_PASSWORD).body()).contains("パスワードを変更しました");
        assertThat(hana.session()).isNotEqualTo(before);
        assertThat(hana.get("/office").body()).contains("見本　花", "医師事務作業補助者");
        assertThat(api("hana", OWN_PASSWORD).statusCode()).isEqualTo(200);
        assertThat(events("hana"))
                .containsExactly(
                        "CODE_SENT",
                        "SIGNED_IN",
                        "SIGN_IN_REFUSED",
                        "SIGN_IN_REFUSED",
                        "PASSWORD_CHANGED",
                        "PASSWORD_CHANGED",
                        "PASSWORD_CHANGED",
                        "SIGNED_IN");
    }

    @Test
    void what_was_typed_about_somebody_else_outlives_the_session_and_nothing_beside_a_password_does() {
        office.with("second", InstitutionRole.GENERAL);
        assertThat(administrator.get(ONE + "second").body()).contains("name=\"keep\"");
        assertThat(administrator.get(ONE + SampleOffice.ADMINISTRATOR).body())
                .contains("presentPassword")
                .doesNotContain("name=\"keep\"");
    }

    @Test
    void what_is_wrong_stands_at_its_field_and_nothing_typed_is_lost() {
        Map<String, String> wrong = form("KJ440000000009", "見本　花");
        wrong.put("mail", "hana at example");
        wrong.put("jobs", "CARE_MANAGER");
        wrong.put("careManager", "1234567");
        HttpResponse<String> again = administrator.post(NEW, wrong);
        assertThat(again.statusCode()).isEqualTo(422);
        assertThat(again.body())
                .contains("href=\"#login\"", "href=\"#mail\"", "href=\"#careManager\"")
                .contains("事業所ユーザのものです", "メールアドレスの形", "数字8桁で")
                .contains(
                        "value=\"KJ440000000009\"", "value=\"hana at example\"", "value=\"1234567\"", "value=\"見本　花\"")
                .containsPattern("value=\"CARE_MANAGER\" checked");

        Map<String, String> nothing = form("", "");
        nothing.put("mail", "");
        nothing.remove("jobs");
        assertThat(administrator.post(NEW, nothing).body()).contains("ユーザーIDを入力", "氏名を入力", "メールアドレスを入力", "職種を1つ以上");
        assertThat(administrator.post(NEW, form(SampleOffice.LOGIN, "見本　花")).body())
                .contains("すでに使われています");
        Map<String, String> number = form("hana", "見本　花");
        number.put("careManager", "44000001");
        assertThat(administrator.post(NEW, number).body()).contains("ケアマネジャーが選ばれていません");
    }

    @Test
    void a_form_that_is_sent_twice_acts_once_and_its_password_is_the_one_that_counts() {
        Map<String, String> form = form("hana", "見本　花");
        administrator.post(NEW, form); // its answer is lost: the second click came before
        assertThat(acts("REGISTERED", "hana")).isOne();
        HttpResponse<String> again = administrator.post(NEW, form);
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(acts("REGISTERED", "hana")).isOne();

        Map<String, String> reset = Map.of("form", "reset-0001");
        String first = handed(administrator.post(ONE + "hana/password", reset));
        assertThat(administrator.post(ONE + "hana/password", reset).body()).doesNotContain("仮パスワードをご本人に");
        assertThat(OfficeBrowser.with(office.certificate)
                        .password("hana", first)
                        .body())
                .contains("ワンタイムコードの入力");
    }

    @Test
    void an_account_of_another_office_looks_like_one_that_is_not_there() {
        SampleOffice other = SampleOffice.second(insurer).with("theirs", InstitutionRole.GENERAL);
        for (String act : List.of("", "/stop", "/restart", "/unlock", "/sign-ins", "/passkeys", "/password")) {
            HttpResponse<String> theirs = administrator.post(ONE + "theirs" + act, form("theirs", "x"));
            HttpResponse<String> nobodys = administrator.post(ONE + "nobody" + act, form("nobody", "x"));
            assertThat(List.of(theirs.statusCode(), nobodys.statusCode()))
                    .as(act)
                    .containsOnly(404);
            assertThat(bare(theirs)).as(act).isEqualTo(bare(nobodys));
        }
        assertThat(bare(administrator.get(ONE + "theirs"))).isEqualTo(bare(administrator.get(ONE + "nobody")));
        assertThat(administrator.get("/office/staff").body()).contains("kanri").doesNotContain("theirs");
        assertThat(OfficeBrowser.as(other, "theirs").get("/office").statusCode())
                .isEqualTo(200);
        assertThat(acts("STOPPED", "theirs")).isZero();
    }

    @Test
    void who_is_stopped_or_changed_is_out_at_the_next_request_by_screen_and_by_software() throws IOException {
        OfficeBrowser screen = OfficeBrowser.of(office);
        String token = token();
        assertThat(me(token)).isEqualTo(200);
        assertThat(administrator
                        .post(ONE + SampleOffice.LOGIN + "/stop", Map.of())
                        .body())
                .contains("停止しました");
        assertThat(me(token)).isEqualTo(401);
        administrator.post(ONE + SampleOffice.LOGIN + "/restart", Map.of());
        assertThat(me(token)).as("it stays ended").isEqualTo(401);
        assertThat(screen.get("/office").body())
                .as("also without a request between")
                .doesNotContain("見本　計");

        OfficeBrowser changed = OfficeBrowser.of(office);
        String second = token();
        Map<String, String> edit = form(SampleOffice.LOGIN, "見本　計");
        edit.put("seen", seen(administrator, SampleOffice.LOGIN));
        assertThat(administrator.post(ONE + SampleOffice.LOGIN, edit).body()).contains("変更しました");
        assertThat(changed.get("/office").body()).doesNotContain("見本　計");
        assertThat(me(second)).isEqualTo(401);
        assertThat(administrator.post(ONE + SampleOffice.LOGIN, edit).body())
                .as("sent twice")
                .contains("変更しました");
        edit.put("displayName", "見本　経");
        assertThat(administrator.post(ONE + SampleOffice.LOGIN, edit).statusCode())
                .as("another change came between")
                .isEqualTo(422);

        String third = token();
        administrator.post(ONE + SampleOffice.LOGIN + "/sign-ins", Map.of());
        assertThat(me(third)).isEqualTo(401);
    }

    @Test
    void a_lock_is_lifted_by_an_administrator() {
        OfficeBrowser guessing = OfficeBrowser.with(office.certificate);
        for (int i = 0; i < Accounts.TRIES; i++) {
            guessing.password("wrong");
        }
        assertThat(guessing.password(SampleOffice.PASSWORD).statusCode()).isEqualTo(401);
        assertThat(administrator.get("/office/staff").body()).contains("ロック中");
        assertThat(administrator
                        .post(ONE + SampleOffice.LOGIN + "/unlock", Map.of())
                        .body())
                .contains("ロックを解きました");
        assertThat(guessing.password(SampleOffice.PASSWORD).body()).contains("ワンタイムコードの入力");
    }

    /** Without what is different each time. */
    private static String bare(HttpResponse<String> page) {
        return page.body().replaceAll("[0-9a-f-]{36}", "").replaceAll("value=\"[^\"]*\"", "");
    }

    private static HttpResponse<String> change(OfficeBrowser browser, String present, String wanted) {
        return browser.post(
                "/office/account/password",
                Map.of("presentPassword", present, "newPassword", wanted, "newPasswordAgain", wanted));
    }

    private Map<String, String> hana() {
        Map<String, String> form = form("hana", "見本　花");
        form.put("mail", "hana@" + office.id.number() + ".example");
        return form;
    }

    private HttpResponse<String> api(String login, String password) throws IOException {
        String body = "{\"userId\":\"%s\",\"password\":\"%s\"}".formatted(login, password);
        return Systems.with(office.certificate)
                .post("/api/v1/auth/login", "application/json", body.getBytes(StandardCharsets.UTF_8));
    }

    private String token() throws IOException {
        return found(
                "\"accessToken\":\"([^\"]+)\"",
                api(SampleOffice.LOGIN, SampleOffice.PASSWORD).body());
    }

    private int me(String token) throws IOException {
        return Systems.with(office.certificate)
                .get("/api/v1/auth/me", "Authorization", "Bearer " + token)
                .statusCode();
    }

    private List<String> events(String login) {
        return Loads.database()
                .sql("select event from audit.entry where actor = ? order by number")
                .param(office.id.holder() + "/" + login)
                .query(String.class)
                .list();
    }

    private int acts(String action, String login) {
        return Loads.database()
                .sql("""
                select count(*) from audit.entry where event = 'STAFF_CHANGED' and actor = ?
                    and detail::json ->> 'action' = ? and detail::json ->> 'login' = ?""")
                .params(office.id.holder() + "/" + SampleOffice.ADMINISTRATOR, action, login)
                .query(Integer.class)
                .single();
    }
}
