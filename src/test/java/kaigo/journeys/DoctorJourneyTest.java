package kaigo.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.security.cert.CertificateEncodingException;
import kaigo.SampleOffice;
import kaigo.TestServer;
import kaigo.intake.FullRecords;
import kaigo.shared.InsurerNumber;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A doctor who is asked for an opinion, in a clinic and in a 介護老人保健施設, from sign-in to sign-out. */
@Tag("browser")
class DoctorJourneyTest {

    @RegisterExtension
    static final Chromium chromium = new Chromium();

    private final InsurerNumber insurer = TestServer.insurerDaily();
    private final FullRecords records = new FullRecords(insurer);

    @BeforeEach
    void a_started_insurer_with_one_person() {
        TestServer.start(insurer);
        records.person();
        UserJourneyTest.everything(records, "1");
    }

    @Test
    void in_a_clinic_whoever_was_asked_finds_the_person_in_the_list() throws CertificateEncodingException {
        SampleOffice clinic = SampleOffice.clinic(insurer);
        Page page = OfficeJourneyTest.signedIn(chromium, clinic, true);
        UserJourneyTest.menu(page, "利用者一覧");
        assertThat(page.locator("main")).containsText("作成依頼が届いている方はいません");
        chromium.inspect(page, "users-clinic-empty");
        records.send("M13", row -> FullRecords.asked(row, "20261110", clinic.id));
        page.reload();
        assertThat(page.locator("table")).containsText("申請日 令和8年11月10日");
        chromium.inspect(page, "users-clinic");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("架空　太郎"))
                .click();
        UserJourneyTest.tab(page, "認定情報");
        assertThat(page.locator("#opinion")).containsText("主治医意見書");
        chromium.inspect(page, "user-certification-clinic");
        Chromium.press(page.locator("header"), "サインアウト");
    }

    @Test
    void in_a_facility_the_past_certification_opens_with_a_request_but_not_with_one_of_more_than_thirty_days_ago()
            throws CertificateEncodingException {
        SampleOffice facility = SampleOffice.facility(insurer);
        Page page = OfficeJourneyTest.signedIn(chromium, facility, true);
        UserJourneyTest.menu(page, "利用者一覧");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("利用者を追加する"))
                .click();
        UserJourneyTest.card(page, insurer, "S9.6.11");
        UserJourneyTest.tab(page, "認定情報");
        assertThat(page.locator(".refusal").first()).isVisible();
        chromium.inspect(page, "user-certification-facility-not-asked");
        records.send("M13", row -> FullRecords.asked(row, "20261001", facility.id));
        page.reload();
        assertThat(page.locator("main")).not().containsText("基本調査　第1群");
        chromium.inspect(page, "user-certification-facility-over");

        records.send("M13", row -> FullRecords.updated(FullRecords.asked(row, "20261110", facility.id), "2"));
        page.reload();
        assertThat(page.locator("#survey")).containsText("認定調査票");
        assertThat(page.locator("#opinion")).containsText("主治医意見書");
        chromium.inspect(page, "user-certification-facility");
        for (String tab : new String[] {"証情報", "LIFE", "ケアプラン"}) {
            UserJourneyTest.tab(page, tab);
            assertThat(page.locator(".refusal")).hasCount(0);
        }
        Chromium.press(page.locator("header"), "サインアウト");
    }
}
