package kaigo.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import kaigo.Await;
import kaigo.SampleOffice;
import kaigo.TestServer;
import kaigo.demo.DemoAccounts;
import kaigo.identity.NewAccount;
import kaigo.intake.FullRecords;
import kaigo.intake.Loads;
import kaigo.operations.ChainVerification;
import kaigo.operations.ChainVerifications;
import kaigo.operations.Verified;
import kaigo.participants.Institution;
import kaigo.participants.Institutions;
import kaigo.shared.AccountRole;
import kaigo.shared.InstitutionId;
import kaigo.shared.InsuredNumber;
import kaigo.shared.InsurerNumber;
import kaigo.shared.OfficeNumber;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The operator's day, from the sign-in with its second step to the sign-out, and every page of it in each of its states. */
@Tag("browser")
class OperatorJourneyTest {

    private static final String LOGIN = "tantou";
    private static final String MAIL = LOGIN + "@operator.example";

    @RegisterExtension
    static final Chromium chromium = new Chromium();

    private final InsurerNumber insurer = TestServer.insurerDaily();
    private final SampleOffice office = SampleOffice.near(insurer);

    @AfterEach
    void no_verification_is_left() throws SQLException {
        Await.until(
                () -> TestServer.bean(ChainVerifications.class).list(1).stream()
                        .noneMatch(one -> one.isUnderWay() && one.entries() == 0),
                Duration.ofSeconds(60));
        Verified.none();
    }

    @Test
    void the_day_begins_with_what_needs_attention_and_ends_with_the_sign_out() throws SQLException {
        Verified.none();
        waitingInTheOutbox();
        Page page = signIn();
        assertThat(page.locator("h1")).hasText("運用のはじめの画面");
        assertThat(page.locator("#notes")).hasText("お知らせ");
        assertThat(page.locator("main")).containsText("送付箱を3日以上受け取っていない保険者");
        chromium.inspect(page, "operator-start");

        menu(page, "稼働状況");
        assertThat(page.locator("main")).containsText("動いています");
        assertThat(page.locator("main")).containsText("架空市" + insurer.value());
        assertThat(page.locator("main")).not().containsText(FullRecords.PERSON);
        chromium.inspect(page, "operator-health");

        menu(page, "導入の状況");
        assertThat(page.locator("h1")).hasText("導入の状況");
        menu(page, "証明書の期限");
        menu(page, "ケアマネジャー");
        menu(page, "閲覧の記録");
        assertThat(page.locator("nav.menu [aria-current=page]")).hasCount(1);

        Chromium.press(page.locator("header"), "サインアウト");
        assertThat(page.locator("h1")).containsText("サインイン");
        page.navigate("/operator/health");
        assertThat(page.locator("h1")).containsText("サインイン");
    }

    @Test
    void what_is_broken_stands_first_with_what_to_do() throws SQLException {
        Verified.none();
        Verified.done(Verified.changed(1, 12_345_678, 9_012_345), Verified.sound(2, 321));
        Loads.database().sql("""
                insert into insured.link (insurer_number, insured_number, state, receipt, line, changed_at, next_try_at)
                values (?, '9999999999', 1, 1, 1, timestamptz '2026-11-19', timestamptz '2099-01-01')""").param(insurer.value()).update();
        Page page = signIn();
        assertThat(page.locator(".causes").first()).containsText("改ざんの跡が見つかっています");
        assertThat(page.locator(".causes").first()).containsText("中間サーバの答えを 1 時間以上");
        chromium.inspect(page, "operator-start-attention");
        page.navigate("/operator/health");
        assertThat(page.locator("#summary")).containsText("要確認が");
        chromium.inspect(page, "operator-health-attention");
        Loads.database()
                .sql("delete from insured.link where insurer_number = ? and insured_number = '9999999999'")
                .param(insurer.value())
                .update();
    }

    @Test
    void the_audit_stream_is_verified_in_the_background() throws SQLException {
        Verified.none();
        Page page = signIn();
        menu(page, "監査記録の検証");
        assertThat(page.locator(".notice")).containsText("まだ検証していません");
        chromium.inspect(page, "operator-audit-never");
        Chromium.press(page.locator("main"), "検証を始める");
        Await.until(
                () -> TestServer.bean(ChainVerifications.class).list(1).stream()
                        .noneMatch(ChainVerification::isUnderWay),
                Duration.ofSeconds(60));
        page.navigate("/operator/audit");
        assertThat(page.locator("#streams")).hasText("記録ごとの結果");
        assertThat(page.locator("main")).containsText("サーバー（1）");
    }

    @Test
    void whatever_became_of_a_verification_is_told() throws SQLException {
        Verified.none();
        Page page = signIn();
        Verified.done(Verified.sound(1, 12_345_678), Verified.sound(2, 321));
        page.navigate("/operator/audit");
        assertThat(page.locator(".notice-done")).containsText("改ざんの跡はありません");
        chromium.inspect(page, "operator-audit-sound");

        Verified.none();
        UUID running = Verified.running(1, 3_000_000, 12_345_678);
        page.navigate("/operator/audit");
        assertThat(page.locator("progress")).isVisible();
        assertThat(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("検証")))
                .hasCount(0);
        chromium.inspect(page, "operator-audit-running");
        Loads.database()
                .sql("update operations.chain_verification set verified = 4000000 where id = ?")
                .param(running)
                .update();
        assertThat(page.locator("#chain")).containsText("4,000,000 件まで");

        Verified.none();
        Verified.done(Verified.changed(1, 12_345_678, 9_012_345), Verified.sound(2, 321));
        page.navigate("/operator/audit");
        assertThat(page.locator(".notice-error")).containsText("9,012,345 番の記録か");
        chromium.inspect(page, "operator-audit-broken");

        Verified.none();
        Verified.givenUp();
        page.navigate("/operator/audit");
        assertThat(page.locator(".notice-warning")).containsText("終えられませんでした");
        chromium.inspect(page, "operator-audit-given-up");
    }

    @Test
    void a_decision_is_explained_and_a_wrong_form_loses_nothing() {
        TestServer.start(insurer);
        FullRecords records = new FullRecords(insurer);
        records.person();
        office.verified(insurer, InsuredNumber.of(FullRecords.PERSON), TestServer.TODAY.plusDays(30));
        records.send("M08", row -> FullRecords.certified(row, "0"));
        Page page = signIn();
        menu(page, "判定の説明");
        chromium.inspect(page, "operator-explain");
        page.locator("#viewerNumber").fill(office.id.number());
        page.locator("#personInsurer").fill(insurer.value());
        page.locator("#personNumber").fill("12");
        Chromium.press(page.locator("main"), "説明を表示する");
        assertThat(page.locator("#errors")).containsText("被保険者番号を10桁で");
        assertThat(page.locator("#personInsurer")).hasValue(insurer.value());
        chromium.inspect(page, "operator-explain-wrong");

        page.locator("#viewerLogin").fill(SampleOffice.LOGIN);
        page.locator("#personNumber").fill(FullRecords.PERSON);
        page.locator("#askedKind").selectOption("CERT_SURVEY");
        Chromium.press(page.locator("main"), "説明を表示する");
        assertThat(page.locator("#explained")).containsText("CONSENT_MISSING");
        assertThat(page.locator("#explained")).containsText("本人確認=VALID");
        chromium.inspect(page, "operator-explain-one");
        ofEveryKindAndOfNobody(page);
    }

    private static void ofEveryKindAndOfNobody(Page page) {
        page.locator("#askedKind").selectOption("ALL");
        page.locator("#askedOn").fill("令和8年11月1日");
        Chromium.press(page.locator("main"), "説明を表示する");
        assertThat(page.locator("#explained")).containsText("今日ではない日の判定");
        chromium.inspect(page, "operator-explain-all");

        page.locator("#personNumber").fill("0000000999");
        page.locator("#viewerLogin").fill("");
        page.locator("#viewerJob").selectOption("DOCTOR");
        page.locator("#askedKind").selectOption("CARD");
        page.locator("#askedOn").fill("");
        Chromium.press(page.locator("main"), "説明を表示する");
        assertThat(page.locator("#explained")).containsText("登録されていません");
        chromium.inspect(page, "operator-explain-nobody");
    }

    @Test
    void an_institution_is_found_and_what_it_lacks_is_told() {
        InstitutionId bare = InstitutionId.office(
                OfficeNumber.ofFirstNine("5" + insurer.value() + "00").value());
        TestServer.bean(Institutions.class)
                .put(new Institution(
                        bare, "架空すみれ介護センター" + insurer.value(), "大分県", TestServer.TODAY.minusYears(1), List.of()));
        Page page = signIn();
        menu(page, "事業所・医療機関");
        chromium.inspect(page, "operator-institutions");
        page.locator("#institutionSearch").fill("スミレ介護せんたー" + insurer.value());
        Chromium.press(page.locator("main"), "検索");
        assertThat(page.locator("tbody tr")).hasCount(1);
        assertThat(page.locator("tbody")).containsText("アカウントなし");
        chromium.inspect(page, "operator-institutions-found");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("使える").setExact(true))
                .click();
        assertThat(page.locator(".notice")).containsText("当てはまる事業所・医療機関はありません");
        assertThat(page.locator("#institutionSearch")).hasValue("スミレ介護せんたー" + insurer.value());
        chromium.inspect(page, "operator-institutions-none");
    }

    private void waitingInTheOutbox() {
        Loads.database()
                .sql("""
                insert into outbox.item (insurer_number, number, interface_id, insured_number, record, put_at)
                values (?, 1, 'P05', ?, '{}', timestamptz '2026-11-16 10:00+09'),
                    (?, 2, 'P05', ?, '{}', timestamptz '2026-11-19 10:00+09')""")
                .params(insurer.value(), FullRecords.PERSON, insurer.value(), FullRecords.PERSON)
                .update();
    }

    private static void menu(Page page, String name) {
        page.locator("nav.menu")
                .getByRole(
                        AriaRole.LINK,
                        new Locator.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }

    private static Page signIn() {
        return signIn(chromium);
    }

    /** Password, then the code that came by mail. */
    static Page signIn(Chromium chromium) {
        TestServer.bean(DemoAccounts.class)
                .create(new NewAccount(AccountRole.OPERATORS, LOGIN, "見本　運次", null, MAIL, false), "運用者");
        Page page = chromium.open(true);
        page.navigate("/sign-in");
        Chromium.fill(page, AccountRole.OPERATORS, LOGIN);
        assertThat(page.locator("h1")).containsText("ワンタイムコード");
        page.getByLabel("ワンタイムコード").fill(TestServer.mailsTo(MAIL).getLast().replaceAll("(?s).*?([0-9]{6}).*", "$1"));
        Chromium.press(page.locator("main"), "サインイン");
        assertThat(page.locator("h1")).hasText("運用のはじめの画面");
        return page;
    }
}
