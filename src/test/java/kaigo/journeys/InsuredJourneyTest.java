package kaigo.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import kaigo.SampleOffice;
import kaigo.TestServer;
import kaigo.insured.OwnInsured;
import kaigo.intake.FullRecords;
import kaigo.intake.Loads;
import kaigo.intake.M01File;
import kaigo.screens.ScreenText;
import kaigo.shared.InsuredNumber;
import kaigo.shared.InsurerNumber;
import kaigo.viewing.Tab;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** 被保険者の照会: an officer answers a question on the telephone, from sign-in to sign-out. */
@Tag("browser")
class InsuredJourneyTest {

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
    void who_calls_is_found_all_tabs_are_read_and_who_may_see_the_person_is_told() {
        UserJourneyTest.everything(records, "1");
        SampleOffice.near(insurer)
                .verified(insurer, InsuredNumber.of(FullRecords.PERSON), TestServer.TODAY.plusDays(40));
        SampleOffice clinic = SampleOffice.clinic(insurer);
        records.send("M13", row -> FullRecords.asked(row, "20261110", clinic.id));

        Page page = chromium.staff(insurer);
        page.locator(".menu").getByText("被保険者の照会").click();
        chromium.inspect(page, "insured-search");
        search(page, "か", "平成31年5月1日");
        assertThat(page.locator("#errors")).isFocused();
        chromium.inspect(page, "insured-search-wrong");
        search(page, "だれもいない", "");
        assertThat(page.locator("main [role=status]")).containsText("この条件に合う被保険者はいません");
        chromium.inspect(page, "insured-none");
        search(page, "かくう", "S9.6.11");
        chromium.inspect(page, "insured-found");
        page.locator("tbody a").click();
        assertThat(page.locator(".who")).containsText("昭和9年6月11日（1934/06/11）　92歳");
        for (Tab tab : Tab.values()) {
            page.locator(".tabs")
                    .getByText(ScreenText.text("tab." + tab), new Locator.GetByTextOptions().setExact(true))
                    .click();
            assertThat(page.locator(".refusal")).hasCount(0);
            chromium.inspect(page, "insured-" + tab.path());
        }
        page.locator(".end").getByText("この方の閲覧の記録").click();
        assertThat(page.locator("main")).containsText(FullRecords.PERSON);
        page.goBack();
        page.locator(".end").getByText("この方の登録内容と変更の履歴").click();
        assertThat(page.locator(".lead")).containsText("現在の内容です");
        coverage(page);
        Chromium.press(page.locator("header"), "サインアウト");
    }

    @Test
    void of_more_than_a_list_holds_the_first_are_shown_and_how_to_narrow_it_is_told() {
        M01File many = new M01File(insurer, "D").createdAt("20261120083000");
        for (int i = 0; i < OwnInsured.MOST; i++) {
            many.add("1", "%010d".formatted(9_000_000_000L + i), "", "架空　花子");
        }
        Loads.load(insurer, many);
        Page page = chromium.staff(insurer);
        page.navigate("/insured");
        search(page, "かくう", "");
        assertThat(page.locator(".notice-warning")).containsText("はじめの 50 人を表示しています");
        assertThat(page.locator("tbody tr")).hasCount(OwnInsured.MOST);
        chromium.inspect(page, "insured-cut");
        search(page, "架空　太郎", "S9.6.11");
        assertThat(page.locator(".notice-warning")).hasCount(0);
        assertThat(page.locator("tbody tr")).hasCount(1);
    }

    private void coverage(Page page) {
        page.locator(".menu").getByText("同意の取得状況").click();
        assertThat(page.locator("main")).containsText("まだ集計していません");
        chromium.inspect(page, "coverage-none");
        count();
        page.reload();
        chromium.inspect(page, "coverage");
    }

    /** What the daily job writes. */
    private void count() {
        Loads.database()
                .sql("""
                        with run as (insert into consent.lapse_run (insurer_number, day) values (:insurer, :today))
                        insert into consent.coverage (insurer_number, figure, what, period, persons)
                        values (:insurer, 'CERTIFIED', '', '', 5210), (:insurer, 'STANDING', 'IN_FORCE', '', 1876),
                            (:insurer, 'STANDING', 'REFUSED', '', 31), (:insurer, 'IN_FORCE', 'APPLICATION', 'LINKED', 1503),
                            (:insurer, 'IN_FORCE', 'OFFICE', 'LINKED', 373), (:insurer, 'OLD_ONLY', '2027-01', '', 812)""")
                .param("insurer", insurer.value())
                .param("today", TestServer.TODAY)
                .update();
    }

    private static void search(Page page, String typed, String birth) {
        page.locator("#insuredSearch").fill(typed);
        page.locator("#insuredBirth").fill(birth);
        Chromium.press(page.locator("main"), "検索");
    }
}
