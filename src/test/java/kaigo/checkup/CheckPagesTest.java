package kaigo.checkup;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kaigo.SampleOffice;
import kaigo.TestServer;
import kaigo.api.Systems;
import kaigo.certificates.IssuedCertificate;
import kaigo.certificates.Validity;
import kaigo.identity.ClientCertificates;
import kaigo.identity.InstitutionAccounts;
import kaigo.identity.InstitutionRole;
import kaigo.identity.NewInstitutionAccount;
import kaigo.identity.OfficeBrowser;
import kaigo.intake.Loads;
import kaigo.shared.InsuredNumber;
import kaigo.shared.InsurerNumber;
import kaigo.shared.Job;
import org.junit.jupiter.api.Test;

/** 準備の確認 over real TLS: it names the step that fails, and tells nobody more than the proofs that were given. */
class CheckPagesTest {

    private static final String CHECK = "/office/check";

    private final InsurerNumber insurer = TestServer.insurerDaily();
    private final SampleOffice office = SampleOffice.near(insurer);
    private final OfficeBrowser browser = OfficeBrowser.with(office.certificate);

    @Test
    void without_a_good_certificate_it_says_which_step_of_it_fails_and_nothing_else() {
        assertStuck(OfficeBrowser.with(null).get(CHECK), "証明書が示されている");
        assertStuck(OfficeBrowser.with(issue(3)).get(CHECK), "証明書が登録されている");
        IssuedCertificate expired = Systems.issue(
                office.id,
                new Validity(
                        Systems.now().minus(Duration.ofDays(9)), Systems.now().minus(Duration.ofDays(1))));
        Systems.register(expired);
        assertStuck(OfficeBrowser.with(expired).get(CHECK), "証明書が期限内である");
        IssuedCertificate revoked = issue(3);
        Systems.register(revoked);
        TestServer.bean(ClientCertificates.class)
                .revoke(office.id, ClientCertificates.fingerprint(revoked.certificate()));
        assertStuck(OfficeBrowser.with(revoked).get(CHECK), "証明書が失効していない");
        IssuedCertificate municipal = Systems.issue(insurer, Validity.days(Systems.now(), 3));
        Systems.register(municipal);
        assertStuck(OfficeBrowser.with(municipal).get(CHECK), "この事業所・医療機関の証明書である");
    }

    @Test
    void a_certificate_alone_tells_of_its_institution_and_of_no_account() {
        String page = browser.get(CHECK).body();
        assertThat(page)
                .contains("架空居宅", office.id.number(), "止まっているところはありません")
                .doesNotContain(SampleOffice.LOGIN + "@")
                .doesNotContain("見本");
        Loads.database()
                .sql("update participants.institution_service set valid_to = date '2026-01-31' where number = ?")
                .param(office.id.number())
                .update();
        assertStuck(browser.get(CHECK), "サービスの種類が指定されている");
        Loads.database()
                .sql("update participants.institution set valid_to = date '2026-01-31' where number = ?")
                .param(office.id.number())
                .update();
        assertStuck(browser.get(CHECK), "今日、登録の期間内である");
    }

    @Test
    void a_wrong_password_a_name_that_nobody_has_and_a_locked_account_look_the_same() {
        String wrong = bare(check(SampleOffice.LOGIN, "not the password"));
        assertThat(wrong).contains("「ユーザーIDとパスワードが合う」で止まっています");
        assertThat(bare(check("nobody", SampleOffice.PASSWORD))).isEqualTo(wrong);
        for (int i = 1; i < 10; i++) {
            check(SampleOffice.LOGIN, "not the password");
        }
        assertThat(bare(check(SampleOffice.LOGIN, SampleOffice.PASSWORD)))
                .as("a guess that is right is not told while the account is locked")
                .isEqualTo(wrong);
        assertThat(browser.password(SampleOffice.PASSWORD).statusCode())
                .as("tries here count at the sign-in")
                .isEqualTo(401);
        assertThat(TestServer.mailsTo(office.mail())).isEmpty();
    }

    @Test
    void the_right_password_and_the_code_that_came_show_all_steps_and_sign_nobody_in() {
        office.verified(insurer, new InsuredNumber(insurer.value() + "0007"), TestServer.TODAY.plusDays(9));
        assertThat(check(SampleOffice.LOGIN, SampleOffice.PASSWORD).body())
                .contains("届いたコードを確かめる")
                .doesNotContain("サインインに要る項目は、すべて済みです");
        assertStuck(code("x"), "ワンタイムコードが届いて合う（またはパスキーが使える）");
        assertThat(code(office.code()).body()).contains("サインインに要る項目は、すべて済みです");
        assertThat(browser.get("/office").uri().getPath()).isEqualTo(OfficeBrowser.SIGN_IN);
        assertThat(OfficeBrowser.of(office).get(CHECK).body()).contains("サインインに要る項目は、すべて済みです");
    }

    @Test
    void what_is_wrong_with_the_own_account_is_named() {
        InstitutionAccounts accounts = TestServer.bean(InstitutionAccounts.class);
        accounts.setActive(office.id, SampleOffice.LOGIN, false);
        assertStuck(check(SampleOffice.LOGIN, SampleOffice.PASSWORD), "アカウントが利用中で、ロックされていない");
        accounts.put(
                new NewInstitutionAccount(office.id, "nomail", "見本", Set.of(Job.OTHER), null, null),
                SampleOffice.PASSWORD,
                false);
        assertStuck(check("nomail", SampleOffice.PASSWORD), "メールアドレスが登録されている");
        String initial = accounts.putInitial(
                new NewInstitutionAccount(office.id, "fresh", "見本", Set.of(Job.OTHER), null, "fresh@kiban.example"));
        assertThat(check("fresh", initial).body()).contains("仮パスワードのままです", "届いたコードを確かめる");
        Loads.database()
                .sql(
                        "update identity.institution_account set initial_until = timestamptz '2026-11-01 00:00+09' where number = ? and login = 'fresh'")
                .param(office.id.number())
                .update();
        assertStuck(check("fresh", initial), "仮パスワードを変えてある");
        office.with("broken", InstitutionRole.GENERAL);
        Loads.database()
                .sql(
                        "update identity.institution_account set mail = 'broken<@kiban.example' where number = ? and login = 'broken'")
                .param(office.id.number())
                .update();
        assertStuck(check("broken", SampleOffice.PASSWORD), "メールを送れた");
    }

    private IssuedCertificate issue(int days) {
        return Systems.issue(office.id, Validity.days(Systems.now(), days));
    }

    private HttpResponse<String> check(String login, String password) {
        return browser.post(CHECK, Map.of("login", login, "password", password));
    }

    private HttpResponse<String> code(String code) {
        return browser.post(CHECK + "/code", Map.of("code", code));
    }

    private static void assertStuck(HttpResponse<String> page, String step) {
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("「" + step + "」で止まっています", "次にすること：");
        List<String> marks =
                page.body().lines().filter(line -> line.contains("ここで止まっています")).toList();
        assertThat(marks).as(step).hasSize(1);
    }

    private static String bare(HttpResponse<String> page) {
        return page.body().replaceAll("value=\"[^\"]*\"", "");
    }
}
