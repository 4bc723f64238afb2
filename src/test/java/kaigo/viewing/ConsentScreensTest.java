package kaigo.viewing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import kaigo.Browser;
import kaigo.Handles;
import kaigo.SampleOffice;
import kaigo.TestServer;
import kaigo.identity.OfficeBrowser;
import kaigo.intake.FullRecords;
import kaigo.intake.Loads;
import kaigo.layout.Row;
import kaigo.shared.InsuredNumber;
import org.junit.jupiter.api.Test;

/** The tab 同意 of those who may not record one, and what was noted when none could be had. */
class ConsentScreensTest {

    private static final String REASON = "ご本人が入院中のため、次の訪問で確認する";

    private final Desk desk = Desk.open();
    private final Browser staff = Browser.of(desk.insurer());

    @Test
    void a_helpers_office_is_told_why_it_records_no_consent_and_gets_no_form() {
        SampleOffice helpers = SampleOffice.helpers(desk.insurer());
        helpers.verified(desk.insurer(), InsuredNumber.of(FullRecords.PERSON), TestServer.TODAY);
        OfficeBrowser browser = OfficeBrowser.of(helpers);
        assertThat(browser.get(desk.person() + "/consent").body())
                .contains("この事業所・医療機関では、包括同意を記録できません")
                .doesNotContain("/consent/record");
        refused(browser, "この事業所・医療機関では、包括同意を記録できません");
    }

    @Test
    void who_has_not_the_job_is_told_so_before_anything_is_filled_in() {
        desk.add(Map.of());
        assertThat(desk.browser().get(desk.person() + "/consent").body()).contains("/consent/record");
        Loads.database()
                .sql("update identity.institution_account set jobs = '{OTHER}' where number = ?")
                .param(desk.office().id.number())
                .update();
        assertThat(desk.browser().get(desk.person() + "/consent").body())
                .contains("包括同意を記録できるのは、ケアマネジャーの職種で登録された方です")
                .doesNotContain("/consent/record");
        refused(desk.browser(), "包括同意を記録できるのは、ケアマネジャーの職種で登録された方です");
    }

    @Test
    void why_no_consent_could_be_had_stands_in_the_offices_own_history_and_before_the_insurer() {
        desk.add(Map.of());
        SampleOffice other = SampleOffice.second(desk.insurer());
        other.verified(desk.insurer(), InsuredNumber.of(FullRecords.PERSON), TestServer.TODAY);
        say(Map.of(
                "form", "one",
                "answer", "UNCONFIRMED",
                "heardOn", "令和8年11月20日",
                "unconfirmedReason", REASON));
        assertThat(desk.browser().get(desk.person() + "/consent").body())
                .contains("同意を確認できなかった記録", REASON, "令和8年11月20日", SampleOffice.LOGIN);
        assertThat(OfficeBrowser.of(other).get(desk.person() + "/consent").body())
                .as("another office's")
                .doesNotContain(REASON);
        assertThat(staff.get("/insured/" + Handles.of(desk.insurer(), FullRecords.PERSON) + "/consent")
                        .body())
                .contains("同意を確認できなかった記録", REASON, "事業所 " + desk.office().id.number());
    }

    @Test
    void an_office_reads_who_spoke_and_who_took_it_down_of_its_own_records_alone() {
        desk.add(Map.of());
        say(Map.of(
                "form", "one",
                "answer", "GRANT",
                "heardOn", "令和8年11月19日",
                "readAloud", "true",
                "speaker", "PROXY",
                "relation", "CHILD"));
        assertThat(desk.browser().get(desk.person() + "/consent").body()).contains("代理の方（子）", "介護支援専門員 44000001");
        SampleOffice other = SampleOffice.second(desk.insurer());
        other.verified(desk.insurer(), InsuredNumber.of(FullRecords.PERSON), TestServer.TODAY);
        assertThat(OfficeBrowser.of(other).get(desk.person() + "/consent").body())
                .contains("令和8年11月19日", "事業所（口頭）")
                .doesNotContain("代理の方", "介護支援専門員 ");
    }

    @Test
    void what_the_municipality_reports_of_the_office_is_not_the_offices_own_record() {
        desk.add(Map.of());
        desk.records().send("M09", row -> reported(row, desk.office().id.number()));
        assertThat(desk.browser().get(desk.person() + "/consent").body())
                .contains("令和8年11月2日")
                .doesNotContain("介護支援専門員 ");
    }

    private static Row reported(Row row, String office) {
        FullRecords.with(row, "route", "3");
        FullRecords.with(row, "consentOn", "20261102");
        FullRecords.with(row, "officeNumber", office);
        FullRecords.with(row, "staffId", "44000009");
        return row;
    }

    @Test
    void whoever_records_is_told_before_whether_a_consent_is_in_force_already() {
        desk.add(Map.of());
        assertThat(desk.browser().get(desk.person() + "/consent/record").body())
                .contains("いまの状態：確認できない", "いま有効な包括同意はありません");
        desk.records().send("M08", row -> FullRecords.certified(row, "1"));
        assertThat(desk.browser().get(desk.person() + "/consent/record").body())
                .contains("いまの状態：同意あり", "もう一度「同意する」を記録する必要はありません");
    }

    @Test
    void people_without_consent_are_the_days_work_of_those_who_can_take_one() {
        desk.add(Map.of());
        Followed.await(desk.insurer());
        assertThat(desk.browser().get("/office").body()).contains("only=NO_CONSENT");
        SampleOffice helpers = SampleOffice.helpers(desk.insurer());
        helpers.verified(desk.insurer(), InsuredNumber.of(FullRecords.PERSON), TestServer.TODAY);
        assertThat(OfficeBrowser.of(helpers).get("/office").body())
                .contains("only=ENDING")
                .doesNotContain("only=NO_CONSENT");
    }

    private void say(Map<String, String> form) {
        desk.browser().post(desk.person() + "/consent/record", new HashMap<>(form));
    }

    private void refused(OfficeBrowser browser, String why) {
        HttpResponse<String> form = browser.get(desk.person() + "/consent/record");
        assertThat(form.statusCode()).isEqualTo(403);
        assertThat(form.body()).contains(why, "架空　太郎").doesNotContain("name=\"answer\"");
    }
}
