package kaigo.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import kaigo.SampleOffice;
import kaigo.TestServer;
import kaigo.access.PersonKey;
import kaigo.consent.Hearing;
import kaigo.consent.Hearings;
import kaigo.consent.rules.ConsentAct;
import kaigo.intake.FullRecords;
import kaigo.intake.Loads;
import kaigo.intake.M01File;
import kaigo.intake.Receipt;
import kaigo.shared.InsuredNumber;
import kaigo.shared.InsurerNumber;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** 送付箱: what an office heard reaches the municipality's desk, is read, saved and received. */
@Tag("browser")
class OutboxJourneyTest {

    private static final InsuredNumber PERSON = InsuredNumber.of(FullRecords.PERSON);

    @RegisterExtension
    static final Chromium chromium = new Chromium();

    private final InsurerNumber insurer = TestServer.insurerDaily();

    @Test
    void a_consent_that_an_office_heard_is_read_saved_and_received() {
        Page page = chromium.staff(insurer);
        page.navigate("/");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("送付箱"))
                .click();
        assertThat(page.locator("main")).containsText("送られた情報はありません");
        chromium.inspect(page, "outbox-empty");

        heard();
        page.reload();
        assertThat(page.locator("tbody")).containsText("未取得");
        chromium.inspect(page, "outbox");
        page.locator("tbody a").click();
        assertThat(page.locator("main")).containsText("受領待ち");
        assertThat(page.locator("main")).containsText("同意あり");
        chromium.inspect(page, "outbox-item");
        Chromium.press(page.locator("main"), "受領する");
        assertThat(page.locator("[role=status]")).containsText("受領を記録しました");
        chromium.inspect(page, "outbox-received");
        page.getByText("送付箱に戻る").click();
        assertThat(page.locator("tbody")).containsText("受領");
    }

    @Test
    void results_with_an_error_are_opened_from_it_and_those_without_a_fault_only_if_they_are_asked_for() {
        Receipt good = load("20261120053000", "9000000001", "123456789018");
        Receipt faulty = load("20261120054000", "A00", "");
        Page page = chromium.staff(insurer);
        page.navigate("/outbox");
        assertThat(page.locator("tbody")).containsText(faulty.toString());
        assertThat(page.locator("tbody")).not().containsText(good.toString());
        chromium.inspect(page, "outbox-results");
        page.locator("tbody a").click();
        assertThat(page.locator("main")).containsText("うちエラー");
        chromium.inspect(page, "outbox-results-item");
        page.getByText("登録結果を開く").click();
        assertThat(page.locator("h1")).containsText("登録の結果");
        assertThat(page.locator("main")).containsText(faulty.toString());
        page.navigate("/outbox");
        page.getByText("誤りも警告もない登録結果（P01）も表示する").click();
        assertThat(page.locator("tbody")).containsText(good.toString());
        chromium.inspect(page, "outbox-results-all");
    }

    private Receipt load(String createdAt, String insured, String myNumber) {
        return Loads.load(
                insurer, new M01File(insurer, "D").createdAt(createdAt).add("1", insured, myNumber, "架空　太郎"));
    }

    private void heard() {
        TestServer.start(insurer);
        new FullRecords(insurer).person();
        SampleOffice office = SampleOffice.near(insurer);
        office.verified(insurer, PERSON, LocalDate.of(2027, 2, 28));
        TestServer.bean(Hearings.class)
                .hear(
                        office.viewer(),
                        new PersonKey(insurer, PERSON),
                        new Hearing(ConsentAct.GRANT, TestServer.TODAY, null));
    }
}
