package kaigo.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import kaigo.Browser;
import kaigo.SampleOffice;
import kaigo.TestServer;
import kaigo.api.Systems;
import kaigo.certificates.IssuedCertificate;
import kaigo.certificates.Validity;
import kaigo.demo.DemoAccounts;
import kaigo.intake.Loads;
import kaigo.shared.InsurerNumber;
import org.junit.jupiter.api.Test;

/** Sign-in of an office by screen: certificate, password, and a code that comes by a real mail server. */
class OfficeSignInTest {

    private final InsurerNumber insurer = TestServer.insurerDaily();
    private final SampleOffice office = SampleOffice.near(insurer);
    private final OfficeBrowser browser = OfficeBrowser.with(office.certificate);

    @Test
    void with_certificate_password_and_the_code_of_the_mail_one_is_in_under_a_new_session() {
        HttpResponse<String> form = browser.get(OfficeBrowser.SIGN_IN);
        assertThat(form.body()).contains("架空居宅", office.id.number());
        String before = browser.session();
        HttpResponse<String> asked = browser.password(SampleOffice.PASSWORD);
        assertThat(asked.body()).contains("ワンタイムコードの入力").doesNotContain(office.code());
        List<String> mails = TestServer.mailsTo(office.mail());
        assertThat(mails).hasSize(1);
        assertThat(mails.getFirst())
                .contains("事業所の管理者にお知らせください")
                .doesNotContain(SampleOffice.LOGIN)
                .doesNotContain("見本");

        HttpResponse<String> home = browser.code(office.code());
        assertThat(home.statusCode()).isEqualTo(200);
        assertThat(home.body()).contains("見本　計", "ケアマネジャー", "架空居宅");
        assertThat(browser.session()).as("no session fixation").isNotEqualTo(before);
        assertThat(events()).containsExactly("CODE_SENT", "SIGNED_IN");

        assertThat(browser.post("/sign-out", Map.of()).body()).contains("サインアウトしました");
        assertThat(browser.get("/office").body()).contains("事業所・医療機関のサインイン");
        assertThat(events()).last().isEqualTo("SIGNED_OUT");
    }

    @Test
    void a_wrong_password_and_a_name_that_nobody_has_look_the_same() {
        HttpResponse<String> wrong = browser.password("not the password");
        HttpResponse<String> nobody =
                browser.post(OfficeBrowser.SIGN_IN, Map.of("login", "nobody", "password", SampleOffice.PASSWORD));
        assertThat(List.of(wrong.statusCode(), nobody.statusCode())).containsOnly(401);
        for (HttpResponse<String> refused : List.of(wrong, nobody)) {
            assertThat(refused.body()).contains("サインインできませんでした").doesNotContain("not the password");
        }
        assertThat(TestServer.mailsTo(office.mail())).isEmpty();
    }

    @Test
    void three_wrong_codes_and_the_right_one_is_worth_nothing() {
        browser.password(SampleOffice.PASSWORD);
        String wrong = office.code().equals("000000") ? "000001" : "000000";
        assertThat(browser.code(wrong).body()).contains("コードが違います");
        assertThat(browser.code(wrong).body()).contains("コードが違います");
        assertThat(browser.code(wrong).body()).contains("使えなくなりました");
        assertThat(browser.code(office.code()).body()).contains("事業所・医療機関のサインイン");
        assertThat(browser.get("/office").body()).doesNotContain("見本　計");
    }

    @Test
    void a_code_is_good_in_the_browser_that_asked_for_it_and_for_the_last_question_only() {
        browser.password(SampleOffice.PASSWORD);
        String first = office.code();
        OfficeBrowser other = OfficeBrowser.with(office.certificate);
        assertThat(other.code(first).body()).contains("事業所・医療機関のサインイン").doesNotContain("見本　計");
        other.password(SampleOffice.PASSWORD);
        String second = office.code();
        if (!second.equals(first)) {
            assertThat(other.code(first).body()).contains("コードが違います");
            assertThat(browser.code(second).body()).contains("コードが違います");
        }
    }

    @Test
    void wrong_codes_count_like_wrong_passwords_and_a_new_code_does_not_wipe_them() {
        for (int round = 0; round < 4; round++) {
            browser.password(SampleOffice.PASSWORD);
            for (int i = 0; i < 3; i++) {
                browser.code("x");
            }
        }
        assertThat(browser.password(SampleOffice.PASSWORD).statusCode())
                .as("locked after ten")
                .isEqualTo(401);
    }

    @Test
    void a_code_is_good_once_for_five_minutes_and_three_tries_however_many_come_at_once() throws Exception {
        Instant now = Instant.parse("2026-11-20T00:00:00Z");
        PendingSignIn late = new PendingSignIn("office:x/cm", "credential", "123456", now);
        assertThat(late.tried("123456", now.plusMillis(1))).isEqualTo(PendingSignIn.Try.OVER);
        assertThat(late.tried("123456", now)).isEqualTo(PendingSignIn.Try.RIGHT);
        assertThat(late.tried("123456", now)).isEqualTo(PendingSignIn.Try.OVER);

        PendingSignIn pending = new PendingSignIn("office:x/cm", "credential", "123456", now);
        List<Callable<PendingSignIn.Try>> guesses = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            guesses.add(() -> pending.tried("000000", now));
        }
        try (ExecutorService pool = Executors.newFixedThreadPool(8)) {
            int compared = 0;
            for (var guess : pool.invokeAll(guesses)) {
                compared += guess.get() == PendingSignIn.Try.WRONG ? 1 : 0;
            }
            assertThat(compared).as("the third one is the last").isEqualTo(2);
        }
        assertThat(pending.tried("123456", now)).isEqualTo(PendingSignIn.Try.OVER);
    }

    @Test
    void without_its_certificate_there_is_only_a_page_that_says_what_is_wrong() {
        assertThat(OfficeBrowser.with(null).get(OfficeBrowser.SIGN_IN).statusCode())
                .isEqualTo(401);
        HttpResponse<String> municipality = OfficeBrowser.with(Systems.issue(insurer, Validity.days(Systems.now(), 3)))
                .get("/office");
        assertThat(municipality.body()).contains("クライアント証明書が登録されていません");
        IssuedCertificate own = Systems.issue(insurer, Validity.days(Systems.now(), 3));
        Systems.register(own);
        assertThat(OfficeBrowser.with(own).get("/office").body()).contains("事業所・医療機関のクライアント証明書ではありません");
        assertThat(new Browser().get("/office").body())
                .contains("クライアント証明書がありません")
                .contains("架空の証明書を選ぶ");
    }

    @Test
    void a_revoked_certificate_a_stopped_account_and_a_new_password_end_the_session_at_once() {
        OfficeBrowser stopped = OfficeBrowser.of(office);
        assertThat(stopped.get("/office").body()).contains("見本　計");
        InstitutionAccounts accounts = TestServer.bean(InstitutionAccounts.class);
        accounts.setActive(office.id, SampleOffice.LOGIN, false);
        assertThat(stopped.get("/office").body()).doesNotContain("見本　計");
        accounts.setActive(office.id, SampleOffice.LOGIN, true);
        assertThat(stopped.get("/office").body()).as("it stays ended").doesNotContain("見本　計");

        OfficeBrowser revoked = OfficeBrowser.of(office);
        TestServer.bean(ClientCertificates.class)
                .revoke(office.id, ClientCertificates.fingerprint(office.certificate.certificate()));
        assertThat(revoked.get("/office").body()).contains("クライアント証明書は失効しています");
    }

    @Test
    void a_session_is_good_with_its_own_certificate_only() {
        OfficeBrowser.of(office);
        IssuedCertificate second = Systems.issue(office.id, Validity.days(Systems.now(), 30));
        Systems.register(second);
        ScreenSignIn signIn = TestServer.bean(ScreenSignIn.class);
        var account = TestServer.bean(InstitutionAccounts.class);
        var client = new InstitutionSessions.Client(
                office.id, ClientCertificates.fingerprint(office.certificate.certificate()), "r-00000001");
        var other = new InstitutionSessions.Client(
                office.id, ClientCertificates.fingerprint(second.certificate()), "r-00000002");
        var user = signIn.user(
                client,
                account.checkPassword(office.id, SampleOffice.LOGIN, SampleOffice.PASSWORD, "r-00000003")
                        .orElseThrow());
        assertThat(signIn.standing(client, user)).isEqualTo(ScreenSignIn.Standing.GOES_ON);
        assertThat(signIn.standing(other, user)).isEqualTo(ScreenSignIn.Standing.OVER);
    }

    @Test
    void neither_side_enters_the_others_pages() {
        assertThat(OfficeBrowser.of(office).get("/files").statusCode()).isEqualTo(403);
        TestServer.bean(DemoAccounts.class)
                .create(TestServer.bean(kaigo.participants.Insurers.class)
                        .find(insurer)
                        .orElseThrow());
        OfficeBrowser staff = OfficeBrowser.with(office.certificate);
        staff.post(
                "/sign-in",
                Map.of(
                        "insurer", insurer.value(),
                        "login", DemoAccounts.LOGIN,
                        "password", DemoAccounts.PASSWORD));
        assertThat(staff.get("/files").statusCode()).isEqualTo(200);
        assertThat(staff.get("/office").statusCode()).isEqualTo(403);
    }

    private List<String> events() {
        return Loads.database()
                .sql("select event from audit.entry where actor = ? order by number")
                .param(office.id.holder() + "/" + SampleOffice.LOGIN)
                .query(String.class)
                .list();
    }
}
