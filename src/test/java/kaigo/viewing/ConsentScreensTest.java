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
                .contains("この事業所のサービスでは、包括同意を記録できません")
                .doesNotContain("/consent/record");
        refused(browser, "この事業所のサービスでは、包括同意を記録できません");
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
        desk.browser()
                .post(
                        desk.person() + "/consent/record",
                        new HashMap<>(Map.of(
                                "form", "one",
                                "answer", "UNCONFIRMED",
                                "heardOn", "令和8年11月20日",
                                "unconfirmedReason", REASON)));
        assertThat(desk.browser().get(desk.person() + "/consent").body())
                .contains("同意を確認できなかった記録", REASON, "令和8年11月20日", SampleOffice.LOGIN);
        assertThat(OfficeBrowser.of(other).get(desk.person() + "/consent").body())
                .as("another office's")
                .doesNotContain(REASON);
        assertThat(staff.get("/insured/" + Handles.of(desk.insurer(), FullRecords.PERSON) + "/consent")
                        .body())
                .contains("同意を確認できなかった記録", REASON, "事業所 " + desk.office().id.number());
    }

    private void refused(OfficeBrowser browser, String why) {
        HttpResponse<String> form = browser.get(desk.person() + "/consent/record");
        assertThat(form.statusCode()).isEqualTo(403);
        assertThat(form.body()).contains(why, "架空　太郎").doesNotContain("name=\"answer\"");
    }
}
