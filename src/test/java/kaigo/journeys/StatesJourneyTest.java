package kaigo.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.security.cert.CertificateEncodingException;
import java.time.LocalDate;
import java.util.regex.Pattern;
import kaigo.Handles;
import kaigo.SampleOffice;
import kaigo.TestServer;
import kaigo.demo.DemoAccounts;
import kaigo.identity.NewAccount;
import kaigo.intake.FullRecords;
import kaigo.intake.Loads;
import kaigo.intake.SampleClaims;
import kaigo.layout.Row;
import kaigo.participants.Insurers;
import kaigo.screens.ScreenText;
import kaigo.shared.InsuredNumber;
import kaigo.shared.InsurerNumber;
import kaigo.viewing.Tab;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The states of the screens that no day's work passes: empty, refused, expired, not yet started, not printable. */
@Tag("browser")
class StatesJourneyTest {

    @RegisterExtension
    static final Chromium chromium = new Chromium();

    private final InsurerNumber insurer = TestServer.insurerDaily();
    private final FullRecords records = new FullRecords(insurer);
    private final SampleOffice office = SampleOffice.near(insurer);
    private final String person = "/office/users/" + Handles.of(insurer, FullRecords.PERSON);

    @Test
    void of_whom_nothing_has_come_yet_every_tab_says_so() throws CertificateEncodingException {
        Page page = signedIn(TestServer.TODAY.plusDays(10));
        for (Tab tab : Tab.ofOffice()) {
            page.navigate(person + "/" + tab.path());
            assertThat(page.locator("h1")).hasText(ScreenText.text("tab." + tab));
            chromium.inspect(page, "user-empty-" + tab.path());
        }
    }

    @Test
    void whoever_is_over_or_was_never_there_is_closed_with_the_next_step() throws CertificateEncodingException {
        Page page = signedIn(TestServer.TODAY.minusDays(1));
        page.navigate(person);
        assertThat(page.locator("main")).containsText("閲覧有効期限が過ぎています");
        chromium.inspect(page, "user-expired");
        page.navigate("/office/users/" + Handles.of(insurer, "0000000999"));
        assertThat(page.locator("main")).containsText("この方の本人確認が済んでいません");
        chromium.inspect(page, "user-absent");
    }

    @Test
    void of_a_municipality_that_has_not_started_one_notes_who_is_to_be_added() throws CertificateEncodingException {
        records.person();
        Insurers insurers = TestServer.bean(Insurers.class);
        insurers.put(insurers.find(insurer).orElseThrow().with(TestServer.TODAY, TestServer.TODAY.plusDays(1)));
        Page page = OfficeJourneyTest.signedIn(chromium, office, true);
        page.navigate("/office/users/new");
        UserJourneyTest.card(page, insurer, "S9.6.11");
        chromium.inspect(page, "user-new-not-started");
        assertThat(page.locator("#errors")).isVisible();
        page.navigate("/office/users/waiting");
        chromium.inspect(page, "users-waiting-none");
        Chromium.press(page.locator("main"), ScreenText.text("waiting.submit"));
        assertThat(page.locator("#errors")).isFocused();
        chromium.inspect(page, "users-waiting-wrong");
        page.locator("#waitingInsurer").fill(insurer.value());
        page.locator("#waitingReference").fill("A-17");
        Chromium.press(page.locator("main"), ScreenText.text("waiting.submit"));
        assertThat(page.locator("main")).containsText("A-17");
        chromium.inspect(page, "users-waiting");
    }

    @Test
    void two_surveys_stand_side_by_side_with_what_changed() throws CertificateEncodingException {
        Page page = signedIn(TestServer.TODAY.plusDays(10));
        records.send("M08", row -> FullRecords.certified(row, "1"));
        records.send("M08", row -> later(FullRecords.certified(row, "1")));
        page.navigate(person + "/certification");
        assertThat(page.locator("main")).containsText("令和8年11月1日");
        page.locator("#beside").selectOption("1");
        Chromium.press(page.locator("main"), ScreenText.text("compare.submit"));
        assertThat(page.locator("tr.changed").first()).isVisible();
        chromium.inspect(page, "user-certification-compared");
        page.navigate(person + "/certification?beside=99");
        assertThat(page.locator("main [role=status]")).containsText("並べて表示できる調査がありません");
        assertThat(page.locator("tr.changed")).hasCount(0);
        chromium.inspect(page, "user-certification-beside-none");
    }

    @Test
    void a_year_without_a_purchase_and_a_month_without_its_costs_say_so() throws CertificateEncodingException {
        Page page = signedIn(TestServer.TODAY.plusDays(10));
        records.send("M08", row -> FullRecords.certified(row, "1"));
        records.send(
                "M06", row -> FullRecords.with(FullRecords.with(row, "fiscalYear", "2025"), "purchasedOn", "20251101"));
        page.navigate(person + "/benefits");
        assertThat(page.locator("main")).containsText("令和8年度（2026年度）の購入の記録はありません");
        assertThat(page.locator("main h3")).hasText(Pattern.compile("令和7年度"));
        chromium.inspect(page, "user-benefits-none-this-year");
        records.send("X02", row -> {
            row.sheet(row.layout().sheet("costs")).forEach(costs -> FullRecords.with(costs, "targetMonth", "202604"));
            return row;
        });
        page.navigate(person + "/care-plans");
        assertThat(page.locator("main")).containsText("この月の第7表は登録されていません");
        chromium.inspect(page, "user-care-plans-no-costs");
    }

    private static Row later(Row row) {
        FullRecords.with(row, "historyNo", "2");
        FullRecords.with(row, "appliedOn", "20261101");
        FullRecords.with(row, "certifiedOn", "20261118");
        row.sheet(row.layout().sheet("basic"))
                .forEach(basic -> FullRecords.with(FullRecords.with(basic, "q1_3", "3"), "q2_1", "4"));
        return row;
    }

    @Test
    void what_cannot_be_printed_is_named_before_and_what_may_not_be_is_refused() throws CertificateEncodingException {
        Page page = signedIn(TestServer.TODAY.plusDays(10));
        records.send("M08", row -> FullRecords.certified(row, "0"));
        page.navigate(person + "/print/survey?application=1");
        assertThat(page.locator("main")).containsText("ご本人の有効な包括同意がありません");
        chromium.inspect(page, "print-refused");
        Loads.database()
                .sql("update insured.person set name = '𠮷田　太郎' where insurer_number = ?")
                .param(insurer.value())
                .update();
        page.navigate(person + "/print/consent");
        assertThat(page.locator("main")).containsText("「𠮷」（U+20BB7）");
        chromium.inspect(page, "print-missing");
        page.navigate(person + "/end");
        chromium.inspect(page, "user-end");
        Chromium.press(page.locator("main"), ScreenText.text("users.end.submit"));
        assertThat(page.locator("main [role=status]")).containsText("利用を終了しました");
    }

    @Test
    void the_federation_sends_claims_reads_what_became_of_them_and_has_no_more() {
        TestServer.start(insurer);
        InsurerNumber federation = new InsurerNumber(insurer.value().substring(0, 2) + "0000");
        TestServer.bean(DemoAccounts.class).create(NewAccount.of(federation, "kokuho", "見本　連子"), "国保連合会");
        Page page = chromium.open(true);
        page.navigate("/sign-in");
        Chromium.fill(page, federation, "kokuho");
        chromium.inspect(page, "federation-home");
        page.locator("#files")
                .setInputFiles(new FilePayload(
                        "K01_" + insurer.value() + "_D_20261120060000_001.json",
                        "application/json",
                        SampleClaims.file(
                                insurer.value(), LocalDate.of(2026, 11, 20).atTime(6, 0))));
        Chromium.press(page.locator("main"), "送る");
        assertThat(page.locator("#outcomes")).containsText("受け付けました");
        page.reload();
        page.locator("tbody a").first().click();
        assertThat(page.locator("h1")).hasText("登録の結果");
        assertThat(page.locator("main")).containsText("国保連合会");
        chromium.inspect(page, "federation-file");
        page.getByText("給付実績を送る画面に戻る").click();
        assertThat(page.locator(".menu a")).hasCount(3);
        page.locator(".menu")
                .getByText("自分のアカウント", new Locator.GetByTextOptions().setExact(true))
                .click();
        chromium.inspect(page, "federation-account");
        Chromium.press(page.locator("header"), "サインアウト");
    }

    /** A started insurer with one person who stands in the office's list until a day. */
    private Page signedIn(LocalDate until) throws CertificateEncodingException {
        TestServer.start(insurer);
        records.person();
        office.verified(insurer, InsuredNumber.of(FullRecords.PERSON), until);
        return OfficeJourneyTest.signedIn(chromium, office, true);
    }
}
