package kaigo.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import kaigo.Browser;
import kaigo.SampleOffice;
import kaigo.TestServer;
import kaigo.intake.Loads;
import kaigo.shared.InsurerNumber;
import org.junit.jupiter.api.Test;

/** Whoever has no certificate signs in with a password and then the code that came by mail. */
class StaffSignInTest {

    private static final String PASSWORD = "tsuki-no-ura-no-mori";
    private static final String OWN = "kaze-no-tani-no-ie";

    private final InsurerNumber insurer = TestServer.insurerDaily();
    private final String mail = "tanaka@" + insurer.value() + ".example";
    private final Browser browser = new Browser();
    private final Accounts accounts = TestServer.bean(Accounts.class);

    @Test
    void a_members_password_alone_opens_nothing_and_the_code_opens_the_members_pages_only() {
        accounts.put(member(), PASSWORD, false);
        String before = browser.session();
        assertThat(browser.signIn(insurer.value(), "tanaka", PASSWORD).body()).contains("ワンタイムコードの入力");
        assertThat(browser.get("/committee").body()).contains("サインイン").doesNotContain("見本　審美");

        assertThat(TestServer.mailsTo(mail).getLast()).contains("市町村（保険者）").doesNotContain("事業所");
        HttpResponse<String> home = code(newest());
        assertThat(home.body()).contains("見本　審美", "認定審査会");
        assertThat(browser.session()).isNotEqualTo(before);
        for (String path : List.of("/", "/files", "/records", "/operator", "/cases")) {
            assertThat(browser.get(path).statusCode()).as(path).isEqualTo(403);
        }
        browser.post("/sign-out", Map.of("_csrf", browser.csrf()));
        assertThat(events("member")).containsSubsequence("CODE_SENT", "SIGNED_IN", "REQUEST_REFUSED", "SIGNED_OUT");
    }

    @Test
    void three_wrong_codes_end_it_and_a_stopped_account_goes_on_nowhere() {
        accounts.put(member(), PASSWORD, false);
        browser.signIn(insurer.value(), "tanaka", PASSWORD);
        assertThat(code("x").statusCode()).isEqualTo(401);
        code("x");
        assertThat(code("x").body()).contains("コードが使えなくなりました");
        assertThat(code(newest()).body()).doesNotContain("見本　審美");

        browser.signIn(insurer.value(), "tanaka", PASSWORD);
        accounts.setActive(insurer, "tanaka", false);
        assertThat(code(newest()).body()).doesNotContain("見本　審美");
    }

    @Test
    void staff_need_the_code_too_and_come_to_the_page_that_they_wanted() {
        accounts.put(staff(mail), PASSWORD, false);
        browser.get("/files?page=1");
        assertThat(browser.signIn(insurer.value(), "tanaka", PASSWORD).body()).contains("ワンタイムコードの入力");
        assertThat(browser.get("/files").body()).contains("サインイン").doesNotContain("見本　花子");
        HttpResponse<String> wanted = code(newest());
        assertThat(wanted.uri().getPath()).isEqualTo("/files");
        assertThat(wanted.body()).contains("見本　花子");
        assertThat(events("staff")).containsExactly("CODE_SENT", "SIGNED_IN", "INSURER_LOOKED");
    }

    @Test
    void a_code_opens_the_account_only_for_which_it_was_sent() {
        accounts.put(staff(mail), PASSWORD, false);
        browser.signIn(insurer.value(), "tanaka", PASSWORD);
        accounts.put(staff(mail), OWN, false);
        assertThat(code(newest()).body()).doesNotContain("見本　花子");
    }

    @Test
    void the_code_of_an_institutions_sign_in_opens_nothing_here() {
        SampleOffice office = SampleOffice.near(insurer);
        OfficeBrowser begun = OfficeBrowser.with(office.certificate);
        begun.password(SampleOffice.PASSWORD);
        Map<String, String> form = Map.of("code", office.code(SampleOffice.LOGIN));
        assertThat(begun.post("/sign-in/code", form).body()).contains("コードが使えなくなりました");
    }

    /** After the right password only: whoever guesses learns nothing. */
    @Test
    void without_an_address_for_the_code_one_is_told_so() {
        accounts.put(staff(null), PASSWORD, false);
        assertThat(browser.signIn(insurer.value(), "tanaka", "wrong").body())
                .contains("サインインできませんでした")
                .doesNotContain("メールアドレスが登録されていません");
        assertThat(browser.signIn(insurer.value(), "tanaka", PASSWORD).body()).contains("メールアドレスが登録されていません");
        assertThat(browser.get("/files").body()).doesNotContain("見本　花子");
    }

    @Test
    void with_an_initial_password_one_gets_no_further_than_to_change_it() {
        String initial = accounts.putInitial(staff(mail));
        browser.signIn(insurer.value(), "tanaka", initial);
        assertThat(code(newest()).body()).contains("パスワードを変えてください");
        for (String path : List.of("/", "/files", "/records")) {
            assertThat(browser.get(path).uri().getPath()).as(path).isEqualTo("/account");
        }

        assertThat(browser.changePassword(initial, initial).body()).contains("いまのパスワードと同じです");
        assertThat(browser.changePassword(initial, "123456789012").body()).contains("よく使われるもの");
        assertThat(browser.changePassword("x", OWN).body()).contains("いまのパスワードが違います");
        assertThat(browser.changePassword(initial, OWN).body()).contains("パスワードを変更しました");
        assertThat(browser.get("/files").uri().getPath()).isEqualTo("/files");

        assertThat(accounts.signIn(insurer, "tanaka", initial, "r")).isEqualTo(new SignIn.Refused());
        assertThat(accounts.signIn(insurer, "tanaka", OWN, "r")).isInstanceOf(SignIn.CodeNeeded.class);
    }

    @Test
    void an_initial_password_ends_by_itself() {
        String initial = accounts.putInitial(staff(mail));
        assertThat(accounts.signIn(insurer, "tanaka", initial, "r")).isInstanceOf(SignIn.CodeNeeded.class);
        Loads.database()
                .sql("update identity.account set initial_until = '2026-01-01' where insurer_number = ?")
                .param(insurer.value())
                .update();
        assertThat(accounts.signIn(insurer, "tanaka", initial, "r")).isEqualTo(new SignIn.Refused());
    }

    @Test
    void a_changed_password_ends_the_other_sessions_and_not_this_one() {
        accounts.put(staff(mail), PASSWORD, false);
        Browser other = new Browser();
        other.signIn(insurer.value(), "tanaka", PASSWORD);
        other.post("/sign-in/code", Map.of("code", newest(), "_csrf", other.csrf()));
        browser.signIn(insurer.value(), "tanaka", PASSWORD);
        code(newest());
        assertThat(other.get("/account").body()).contains("見本　花子");

        browser.changePassword(PASSWORD, OWN);

        assertThat(browser.get("/account").body()).contains("見本　花子");
        assertThat(other.get("/account").body()).contains("サインイン").doesNotContain("見本　花子");
    }

    private NewAccount member() {
        return NewAccount.member(insurer, "tanaka", "見本　審美", mail);
    }

    private NewAccount staff(String address) {
        return new NewAccount(insurer, "tanaka", "見本　花子", null, address, false);
    }

    private HttpResponse<String> code(String code) {
        return browser.post("/sign-in/code", Map.of("code", code, "_csrf", browser.csrf()));
    }

    private String newest() {
        return TestServer.mailsTo(mail).getLast().replaceAll("(?s).*?([0-9]{6}).*", "$1");
    }

    private List<String> events(String kind) {
        return Loads.database()
                .sql("select event from audit.entry where actor = ? order by number")
                .param(kind + ":" + insurer.value() + "/tanaka")
                .query(String.class)
                .list();
    }
}
