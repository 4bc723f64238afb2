package kaigo.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ClientCertificate;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.util.Base64;
import java.util.List;
import kaigo.SampleOffice;
import kaigo.TestServer;
import kaigo.api.Systems;
import kaigo.demo.DemoAccounts;
import kaigo.demo.DemoOffices;
import kaigo.intake.Loads;
import kaigo.mail.Mail;
import kaigo.mail.Mailer;
import kaigo.shared.InsurerNumber;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An office signs in: with a real certificate over TLS, and on one's own machine with the demo's chooser. */
@Tag("browser")
class OfficeJourneyTest {

    @RegisterExtension
    static final Chromium chromium = new Chromium();

    private final InsurerNumber insurer = TestServer.insurerDaily();

    @Test
    void with_a_real_certificate_over_tls() throws CertificateEncodingException {
        SampleOffice office = SampleOffice.near(insurer);
        Page page = withCertificate(chromium, office, true);
        page.navigate("/office");
        assertThat(page.locator("main")).containsText("架空居宅");
        chromium.inspect(page, "office-sign-in");
        fill(page, SampleOffice.LOGIN, "wrong");
        assertThat(page.locator("#errors")).containsText("サインインできませんでした");
        chromium.inspect(page, "office-sign-in-refused");
        fill(page, SampleOffice.LOGIN, SampleOffice.PASSWORD);
        assertThat(page.locator("h1")).containsText("ワンタイムコード");
        chromium.inspect(page, "office-code");
        page.getByLabel("ワンタイムコード").fill(office.code());
        Chromium.press(page.locator("main"), "サインイン");
        assertThat(page.locator("main")).containsText("見本　計");
        chromium.inspect(page, "office-home");
    }

    /** Over TLS, with the office's certificate. */
    static Page withCertificate(Chromium chromium, SampleOffice office, boolean script)
            throws CertificateEncodingException {
        String url = "https://localhost:" + Systems.port();
        return chromium.open(new Browser.NewContextOptions()
                .setBaseURL(url)
                .setJavaScriptEnabled(script)
                .setIgnoreHTTPSErrors(true)
                .setClientCertificates(List.of(new ClientCertificate(url)
                        .setCert(pem(
                                "CERTIFICATE", office.certificate.certificate().getEncoded()))
                        .setKey(pem("PRIVATE KEY", office.certificate.key().getEncoded())))));
    }

    /** Signed in, with the code of the mail. */
    static Page signedIn(Chromium chromium, SampleOffice office, boolean script) throws CertificateEncodingException {
        Page page = withCertificate(chromium, office, script);
        page.navigate("/office");
        fill(page, SampleOffice.LOGIN, SampleOffice.PASSWORD);
        page.getByLabel("ワンタイムコード").fill(office.code());
        Chromium.press(page.locator("main"), "サインイン");
        return page;
    }

    @Test
    void on_ones_own_machine_the_chooser_stands_in_for_the_certificate() {
        TestServer.bean(DemoOffices.class).createAll();
        Page page = chromium.open(true);
        page.navigate("/office");
        assertThat(page.locator("h1")).containsText("証明書をご確認ください");
        chromium.inspect(page, "office-certificate-missing");
        page.locator("main a.button").click();
        assertThat(page.locator("h1")).containsText("架空の証明書を選ぶ");
        chromium.inspect(page, "demo-certificates");
        page.locator("main button").first().click();
        assertThat(page.locator("h1")).containsText("事業所・医療機関のサインイン");
        assertThat(page.locator("#samples")).isVisible();
        chromium.inspect(page, "office-sign-in-demo");
        page.navigate("/demo/mailbox");
        assertThat(page.locator("main")).containsText("まだ1通もありません");
        chromium.inspect(page, "demo-mailbox-none");
        TestServer.bean("demoMailbox", Mailer.class)
                .send(new Mail("keikaku@4479901003.example", "ワンタイムコード", "ワンタイムコードは 123456 です。\n10分で使えなくなります。"));
        page.getByText("読み込み直す").click();
        assertThat(page.locator("main pre")).containsText("123456");
        chromium.inspect(page, "demo-mailbox");
    }

    @Test
    void a_passkey_replaces_password_and_code() {
        TestServer.bean(DemoOffices.class).createAll();
        Page page = chromium.open(true);
        withAuthenticator(page);
        signIn(page, "4479901003", "keikaku");
        assertThat(page.locator("main")).containsText("見本　計");

        addPasskey(page, "事務所の端末", "wrong");
        assertThat(page.locator("main [role=alert]")).containsText("いまのパスワードが違います");
        addPasskey(page, "事務所の端末", DemoAccounts.PASSWORD);
        assertThat(page.locator("main [role=status]")).containsText("パスキーを登録しました");
        assertThat(page.locator("table")).containsText("事務所の端末");
        chromium.inspect(page, "office-home-passkey");
        Chromium.press(page.locator("header"), "サインアウト");
        assertThat(page.locator("main")).containsText("サインアウトしました");

        chooseCertificate(page, "4479901003");
        Chromium.press(page.locator("main"), "パスキーでサインイン");
        assertThat(page.locator("h1")).containsText("はじめの画面");
        Chromium.press(page.locator("header"), "サインアウト");

        chooseCertificate(page, "4479901029");
        Chromium.press(page.locator("main"), "パスキーでサインイン");
        assertThat(page.locator("main [role=alert]").first()).containsText("パスキーでサインインできませんでした");
        assertThat(page.locator("h1")).containsText("のサインイン");
        Assertions.assertThat(events("office:4479901003/keikaku"))
                .containsSubsequence(
                        "CODE_SENT",
                        "SIGNED_IN",
                        "SIGN_IN_REFUSED",
                        "PASSKEY_ADDED",
                        "SIGNED_OUT",
                        "SIGNED_IN",
                        "SIGNED_OUT");
        Assertions.assertThat(events("office:4479901029/unknown")).contains("SIGN_IN_REFUSED");
    }

    @Test
    void whoever_makes_a_passkey_may_end_every_other_sign_in_and_sees_none_left() {
        TestServer.bean(DemoOffices.class).createAll();
        Page other = chromium.open(true);
        signIn(other, "4419900016", "clerk");
        Page page = chromium.open(true);
        withAuthenticator(page);
        signIn(page, "4419900016", "clerk");
        page.navigate("/office/account");
        assertThat(page.locator("main")).containsText("最後に使った日時");
        chromium.inspect(page, "office-account-sign-ins");

        page.navigate("/office");
        page.locator("form[data-passkey]")
                .getByLabel("ほかの端末とソフトウェア（API）のサインインも終える")
                .check();
        addPasskey(page, "新しい端末", DemoAccounts.PASSWORD);
        assertThat(page.locator("main [role=status]")).containsText("パスキーを登録しました");
        other.reload();
        assertThat(other.locator("h1")).containsText("事業所・医療機関のサインイン");
        page.navigate("/office/account");
        assertThat(page.locator("main")).containsText("ほかにサインインしているものはありません");
        page.navigate("/office");
        removePasskey(page, "新しい端末", DemoAccounts.PASSWORD);
        assertThat(page.locator("main [role=status]")).containsText("パスキーを外しました");
    }

    @Test
    void a_passkey_that_was_taken_away_opens_nothing() {
        TestServer.bean(DemoOffices.class).createAll();
        Page page = chromium.open(true);
        withAuthenticator(page);
        signIn(page, "4419900016", "clerk");
        addPasskey(page, "古い端末", DemoAccounts.PASSWORD);
        removePasskey(page, "古い端末", "wrong");
        assertThat(page.locator("#errors")).containsText("いまのパスワードが違います");
        chromium.inspect(page, "office-home-passkey-refused");
        removePasskey(page, "古い端末", DemoAccounts.PASSWORD);
        assertThat(page.locator("main [role=status]")).containsText("パスキーを外しました");
        assertThat(page.locator("table")).hasCount(0);
        Chromium.press(page.locator("header"), "サインアウト");
        chooseCertificate(page, "4419900016");
        Chromium.press(page.locator("main"), "パスキーでサインイン");
        assertThat(page.locator("main [role=alert]").first()).containsText("パスキーでサインインできませんでした");
    }

    private static List<String> events(String actor) {
        return Loads.database()
                .sql("select event from audit.entry where actor = ? order by number")
                .param(actor)
                .query(String.class)
                .list();
    }

    /** One that the browser itself plays. */
    static void withAuthenticator(Page page) {
        CDPSession session = page.context().newCDPSession(page);
        session.send("WebAuthn.enable");
        JsonObject options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", true);
        JsonObject whole = new JsonObject();
        whole.add("options", options);
        session.send("WebAuthn.addVirtualAuthenticator", whole);
    }

    static void addPasskey(Page page, String label, String password) {
        page.getByLabel("パスキーの名前").fill(label);
        page.getByLabel("登録する前の確認").fill(password);
        Chromium.press(page.locator("main"), "パスキーを登録する");
    }

    private static void removePasskey(Page page, String label, String password) {
        page.getByLabel(label).check();
        page.getByLabel("外す前の確認").fill(password);
        Chromium.press(page.locator("main"), "外す");
    }

    static void signIn(Page page, String number, String login) {
        chooseCertificate(page, number);
        fill(page, login, DemoAccounts.PASSWORD);
        String mail = TestServer.mailsTo(login + '@' + number + ".example").getLast();
        page.getByLabel("ワンタイムコード").fill(mail.replaceAll("(?s).*?([0-9]{6}).*", "$1"));
        Chromium.press(page.locator("main"), "サインイン");
    }

    static void chooseCertificate(Page page, String number) {
        page.navigate("/demo/certificates");
        page.locator("tr", new Page.LocatorOptions().setHasText(number))
                .getByRole(AriaRole.BUTTON)
                .click();
    }

    static void fill(Page page, String login, String password) {
        page.getByLabel("ユーザーID").fill(login);
        page.getByLabel("パスワード").fill(password);
        Chromium.press(page.locator("main"), "次へ（コードを送る）");
    }

    private static byte[] pem(String kind, byte[] content) {
        String body = Base64.getMimeEncoder().encodeToString(content);
        return "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n"
                .formatted(kind, body)
                .getBytes(StandardCharsets.US_ASCII);
    }
}
