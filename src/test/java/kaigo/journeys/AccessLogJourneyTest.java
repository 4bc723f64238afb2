package kaigo.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kaigo.SampleOffice;
import kaigo.TestServer;
import kaigo.access.FileGate;
import kaigo.access.rules.Kind;
import kaigo.audit.AuditEntry;
import kaigo.audit.AuditEvent;
import kaigo.audit.AuditLog;
import kaigo.demo.DemoAccounts;
import kaigo.demo.DemoOffices;
import kaigo.identity.NewAccount;
import kaigo.intake.FullRecords;
import kaigo.intake.Loads;
import kaigo.participants.Institution;
import kaigo.participants.Institutions;
import kaigo.shared.AccountRole;
import kaigo.shared.InstitutionId;
import kaigo.shared.InsuredNumber;
import kaigo.shared.InsurerNumber;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** 閲覧の記録: the municipality looks up who looked at somebody, an administrator its own office, the operator everything. */
@Tag("browser")
class AccessLogJourneyTest {

    private static final String OFFICE = "4479901003";

    @RegisterExtension
    static final Chromium chromium = new Chromium();

    private final InsurerNumber insurer = TestServer.insurerDaily();

    @Test
    void staff_finds_who_looked_and_sets_a_mark() {
        looks();
        Page page = chromium.staff(insurer);
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("閲覧の記録"))
                .click();
        assertThat(page.locator("#log")).containsText("架空居宅");
        chromium.inspect(page, "log-municipality");

        page.locator("#number").fill("123");
        Chromium.press(page.locator("main"), "表示する");
        assertThat(page.locator("#errors")).containsText("数字10桁");
        chromium.inspect(page, "log-municipality-wrong");

        page.locator("#number").fill("９９９９９９９９９９");
        Chromium.press(page.locator("main"), "表示する");
        assertThat(page.locator(".notice")).containsText("当てはまる記録はありません");
        chromium.inspect(page, "log-municipality-none");

        page.locator("#number").fill(FullRecords.PERSON);
        Chromium.press(page.locator("main"), "表示する");
        page.locator("#log summary").first().click();
        assertThat(page.locator("#log")).containsText("本人確認がない");
        page.locator("section summary").click();
        Chromium.press(page.locator("section"), "印を付ける");
        assertThat(page.locator("#errors")).containsText("目印");
        page.locator("#coversFrom").fill("令和8年11月1日");
        page.locator("#endsOn").fill("20270228");
        page.locator("#reference").fill("令8-介-123");
        chromium.inspect(page, "log-inquiry-form");
        Chromium.press(page.locator("section"), "印を付ける");
        assertThat(page.locator("[role=status]")).containsText("調査の印を付けました");
        assertThat(page.locator("section .state")).containsText("有効");
        chromium.inspect(page, "log-inquiry");
        page.locator("section summary").first().click();
        assertThat(page.locator("section details").first()).containsText("ご本人の閲覧の記録に表示されます");
        Chromium.press(page.locator("section"), "外す");
        assertThat(page.locator("[role=status]")).containsText("調査の印を外しました");
        assertThat(page.locator("section .state")).containsText("終了");
    }

    @Test
    void an_administrator_reads_its_own_office_and_others_are_told_whom_to_ask() {
        TestServer.bean(DemoOffices.class).createAll();
        TestServer.bean(Institutions.class)
                .put(new Institution(
                        InstitutionId.office(OFFICE), "架空居宅", "大分県", TestServer.TODAY.minusYears(1), List.of()));
        administrator(false);
        Page page = chromium.open(true);
        signIn(page);
        page.navigate("/office/log");
        assertThat(page.locator("h2")).containsText("管理者の方だけ");
        chromium.inspect(page, "log-office-refused");

        administrator(true);
        TestServer.bean(AuditLog.class)
                .record(AuditEntry.of(
                                UUID.randomUUID().toString(),
                                AuditEvent.FILE_LOOKED,
                                "office:" + OFFICE + "/keikaku",
                                Map.of(
                                        "jobs", List.of("CARE_MANAGER"),
                                        "kinds", Map.of("CARD", "VERIFIED", "LIFE", "CONSENT_MISSING")))
                        .about(insurer.value(), List.of(FullRecords.PERSON)));
        AccessLogs.followed();
        Page its = chromium.open(true); // another right is another session
        signIn(its);
        its.navigate("/office/log");
        assertThat(its.locator("#log")).containsText(insurer.value() + "-" + FullRecords.PERSON);
        assertThat(its.locator("nav [aria-current=page]")).hasCount(1);
        chromium.inspect(its, "log-office");
        its.navigate("/office/log?from=x");
        assertThat(its.locator("#errors")).isVisible();
        chromium.inspect(its, "log-office-wrong");
        administrator(false);
    }

    @Test
    void the_operator_reads_what_happens_and_nobodys_number() {
        looks();
        TestServer.bean(DemoAccounts.class).create(NewAccount.of(AccountRole.OPERATORS, "unyo", "見本"), "見本");
        Page page = chromium.open(true);
        page.navigate("/sign-in");
        page.getByLabel("保険者番号").fill(AccountRole.OPERATORS.value());
        page.getByLabel("ユーザーID").fill("unyo");
        page.getByLabel("パスワード").fill(DemoAccounts.PASSWORD);
        Chromium.press(page.locator("main"), "サインイン");
        page.navigate("/operator/log?organisation=" + insurer.value());
        assertThat(page.locator("#log")).containsText("架空居宅");
        assertThat(page.locator("main")).not().containsText(FullRecords.PERSON);
        chromium.inspect(page, "log-operator");
        page.navigate("/operator/log?from=x");
        assertThat(page.locator("#errors")).isVisible();
        chromium.inspect(page, "log-operator-wrong");
    }

    /** A refused look and one that was let through. */
    private void looks() {
        TestServer.start(insurer);
        new FullRecords(insurer).person();
        SampleOffice office = SampleOffice.near(insurer);
        look(SampleOffice.second(insurer));
        office.verified(insurer, InsuredNumber.of(FullRecords.PERSON), TestServer.TODAY.plusDays(30));
        look(office);
        AccessLogs.followed();
    }

    private void look(SampleOffice office) {
        TestServer.bean(FileGate.class)
                .open(
                        office.viewer(),
                        insurer,
                        InsuredNumber.of(FullRecords.PERSON),
                        EnumSet.allOf(Kind.class),
                        permit -> "");
    }

    private static void administrator(boolean is) {
        Loads.database()
                .sql("update identity.institution_account set administrator = ? where number = ? and login = 'keikaku'")
                .params(is, OFFICE)
                .update();
    }

    private static void signIn(Page page) {
        page.navigate("/demo/certificates");
        page.locator("tr", new Page.LocatorOptions().setHasText(OFFICE))
                .getByRole(AriaRole.BUTTON)
                .click();
        page.getByLabel("ユーザーID").fill("keikaku");
        page.getByLabel("パスワード").fill(DemoAccounts.PASSWORD);
        Chromium.press(page.locator("main"), "次へ（コードを送る）");
        String mail = TestServer.mailsTo("keikaku@" + OFFICE + ".example").getLast();
        page.getByLabel("ワンタイムコード").fill(mail.replaceAll("(?s).*?([0-9]{6}).*", "$1"));
        Chromium.press(page.locator("main"), "サインイン");
    }
}
