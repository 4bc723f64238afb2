package kaigo.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.security.cert.CertificateEncodingException;
import java.util.Map;
import kaigo.Handles;
import kaigo.SampleOffice;
import kaigo.TestServer;
import kaigo.identity.OfficeBrowser;
import kaigo.intake.FullRecords;
import kaigo.intake.Loads;
import kaigo.layout.Row;
import kaigo.shared.InsuredNumber;
import kaigo.shared.InsurerNumber;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The states of an office's pages beside its usual way: nobody found, over, late, another office was first. */
@Tag("browser")
class OfficeStatesJourneyTest {

    @RegisterExtension
    static final Chromium chromium = new Chromium();

    private static final InsuredNumber PERSON = InsuredNumber.of(FullRecords.PERSON);

    private final InsurerNumber insurer = TestServer.insurerStarted();
    private final FullRecords records = new FullRecords(insurer);
    private final SampleOffice office = SampleOffice.near(insurer);
    private final String person = "/office/users/" + Handles.of(insurer, FullRecords.PERSON);

    @BeforeEach
    void a_person() {
        records.person();
    }

    @Test
    void a_list_without_anybody_and_one_with_somebody_who_is_over_say_what_to_do() throws CertificateEncodingException {
        office.verified(insurer, PERSON, TestServer.TODAY.minusDays(1));
        Page page = signedIn();
        UserJourneyTest.menu(page, "利用者一覧");
        assertThat(page.locator("h1")).hasText("利用者一覧");
        page.locator("#userSearch").fill("見本　無名");
        Chromium.press(page.locator("main"), "検索");
        assertThat(page.locator("main table")).hasCount(0);
        chromium.inspect(page, "users-search-none");
        page.navigate("/office/users?only=EXPIRED");
        chromium.inspect(page, "users-expired");
        page.navigate("/office/users/ratios");
        assertThat(page.locator("main")).containsText("負担割合が変わる方はいません");
        chromium.inspect(page, "users-ratios-none");
    }

    @Test
    void a_list_that_is_longer_than_its_file_says_so_before_it_is_saved() throws CertificateEncodingException {
        Loads.database().sql("""
                insert into insured.viewing
                    (insurer_number, insured_number, office_number, verified_at, verified_by, viewable_until)
                select ?, lpad(n::text, 10, '0'), ?, timestamptz '2026-11-01 09:00+09', 'cm', date '2026-12-31'
                from generate_series(1, 10001) n""").params(insurer.value(), office.id.number()).update();
        Page page = signedIn();
        page.navigate("/office/users");
        assertThat(page.locator("main")).containsText("CSV に入るのは、10,001 人のうちはじめの 10,000 人です");
        chromium.inspect(page, "users-cut");
    }

    @Test
    void an_application_that_is_late_and_postponed_says_both() throws CertificateEncodingException {
        office.verified(insurer, PERSON, TestServer.TODAY.plusDays(40));
        records.send(
                "M10",
                row -> with(
                        RareScreensJourneyTest.none(
                                row, "opinionReceived", "primary", "committee", "certified", "withdrawn", "rejected"),
                        Map.of(
                                "appliedOn", "20261001",
                                "applicationType", "1",
                                "acceptedOn", "20261001",
                                "postponedOn", "20261028",
                                "postponedReason", "主治医意見書の到着待ちのため",
                                "certStatus", "03")));
        Page page = signedIn();
        page.navigate(person + "/progress");
        assertThat(page.locator("main")).containsText("主治医意見書の到着待ちのため");
        assertThat(page.locator("main .state-warn")).isVisible();
        chromium.inspect(page, "user-progress-late");
    }

    @Test
    void where_another_office_has_filed_before_the_form_says_what_that_means() throws CertificateEncodingException {
        SampleOffice other = SampleOffice.second(insurer);
        other.verified(insurer, PERSON, TestServer.TODAY.plusDays(40));
        office.verified(insurer, PERSON, TestServer.TODAY.plusDays(40));
        OfficeBrowser.of(other)
                .post(
                        person + "/filing/care-plan",
                        Map.of("form", "first", "filingOffice", other.id.number(), "filedOn", "令和8年11月19日"));
        Page page = signedIn();
        page.navigate(person + "/filing");
        assertThat(page.locator("main")).containsText(other.id.number());
        chromium.inspect(page, "filing-of-another");
        page.navigate(person + "/filing/care-plan");
        assertThat(page.locator("main")).containsText("ほかの事業所（" + other.id.number() + "）の届出があります");
        chromium.inspect(page, "filing-form-supersedes");
        page.navigate(person + "/filing/care-plan/end");
        chromium.inspect(page, "filing-end-of-another");
    }

    private static Row with(Row row, Map<String, String> values) {
        values.forEach((code, value) -> FullRecords.with(row, code, value));
        return row;
    }

    private Page signedIn() throws CertificateEncodingException {
        Page page = OfficeJourneyTest.signedIn(chromium, office, true);
        assertThat(page.locator("h1")).hasText("はじめの画面");
        return page;
    }
}
