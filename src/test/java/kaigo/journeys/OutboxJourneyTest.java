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
