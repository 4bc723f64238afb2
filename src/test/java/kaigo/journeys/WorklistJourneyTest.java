package kaigo.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.security.cert.CertificateEncodingException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import kaigo.Await;
import kaigo.SampleOffice;
import kaigo.TestServer;
import kaigo.intake.FullRecords;
import kaigo.layout.Row;
import kaigo.shared.InsurerNumber;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** 利用者一覧の仕事: what a care manager finds in the morning, from sign-in to sign-out. */
@Tag("browser")
class WorklistJourneyTest {

    @RegisterExtension
    static final Chromium chromium = new Chromium();

    private final InsurerNumber insurer = TestServer.insurerDaily();
    private final FullRecords records = new FullRecords(insurer);

    @BeforeEach
    void a_started_insurer_with_one_person() {
        TestServer.start(insurer);
        records.person();
    }

    @Test
    void what_changed_stands_on_worklists_and_is_marked_until_the_office_has_looked()
            throws CertificateEncodingException {
        records.send("M03", row -> ratio(row, "2025", "1", "10"));
        Page page = OfficeJourneyTest.signedIn(chromium, SampleOffice.near(insurer), true);
        page.navigate("/office/users/new");
        UserJourneyTest.card(page, insurer, "S9.6.11");
        awaitCount(page, "同意未取得", 1);
        records.send("M03", row -> ratio(row, "2026", "2", "20"));
        records.send("M10", row -> row);
        awaitCount(page, "進捗が変わった方", 1);
        awaitCount(page, "負担割合の年度更新", 1);
        page.getByText("同意未取得　1").click();
        chromium.inspect(page, "users-no-consent");
        page.getByText("証が変わった方").click();
        chromium.inspect(page, "users-cards-changed");
        page.locator("tbody a").click();
        chromium.inspect(page, "user-cards-changed");
        page.navigate("/office/users?only=CARDS_CHANGED");
        assertThat(page.locator("main")).containsText("証が変わり、まだご覧になっていない方はいません");
        chromium.inspect(page, "users-cards-changed-none");
        page.navigate("/office/users?only=PROGRESS_CHANGED");
        page.locator("tbody a").click();
        chromium.inspect(page, "user-progress-changed");
        page.navigate("/office/users");
        page.getByText("負担割合の年度更新").click();
        assertThat(page.locator("tbody")).containsText("2割");
        chromium.inspect(page, "users-ratios");
        Chromium.press(page.locator("header"), "サインアウト");
    }

    private static Row ratio(Row row, String year, String history, String ratio) {
        Map.of(
                        "burdenYear",
                        year,
                        "historyNo",
                        history,
                        "ratio1",
                        ratio,
                        "from1",
                        year + "0801",
                        "to1",
                        (Integer.parseInt(year) + 1) + "0731")
                .forEach((code, value) -> FullRecords.with(row, code, value));
        List.of("ratio2", "from2", "to2").forEach(code -> FullRecords.with(row, code, null));
        return row;
    }

    /** The job looks every few seconds. */
    private static void awaitCount(Page page, String list, int persons) {
        Await.until(
                () -> {
                    page.navigate("/office/users");
                    return page.locator("main").innerText().contains(list + "　" + persons);
                },
                Duration.ofSeconds(60));
    }
}
