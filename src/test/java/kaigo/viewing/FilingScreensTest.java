package kaigo.viewing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kaigo.Browser;
import kaigo.SampleOffice;
import kaigo.TestServer;
import kaigo.api.Systems;
import kaigo.identity.OfficeBrowser;
import kaigo.intake.FullRecords;
import kaigo.intake.Loads;
import kaigo.layout.Row;
import kaigo.shared.InsuredNumber;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** 代行届出 on the office's screen, without script, and what of it reaches the municipality. */
class FilingScreensTest {

    private static final String CARE_PLAN = "/filing/care-plan";
    private static final String PREVENTIVE = "/filing/preventive-plan";

    private final Desk desk = Desk.known();
    private final Systems municipality = Systems.of(desk.insurer());
    private int forms;

    @Test
    void a_filing_goes_to_the_municipality_with_what_the_form_says() throws Exception {
        assertThat(tab()).contains("未提出").doesNotContain("提出済み");
        assertThat(desk.browser().get(desk.person() + CARE_PLAN).body())
                .as("own number and the person are filled in")
                .contains(own(), "value=\"架空　太郎\"", "昭和9年6月11日");
        file(Map.of("filingChangedOn", "令和8年12月1日", "filingReason", "転居", "toldName", "架空　太郎", "toldSex", "1"));
        assertThat(tab()).contains("提出済み", "返答待ち", "（この事業所）", "令和8年12月1日", "保険者の提出を廃止");
        JsonNode record = item(1);
        assertThat(record.propertyStream().map(Map.Entry::getKey))
                .doesNotContain("nameKana", "birthDate", "delegateNumber", "formerFilingNo");
        assertThat(List.of(
                        "filingNo",
                        "filingKind",
                        "process",
                        "officeNumber",
                        "filedBy",
                        "filedOn",
                        "changedOn",
                        "name",
                        "sex"))
                .extracting(code -> record.path(code).asString())
                .containsExactly("1", "1", "1", own(), own(), "20261120", "20261201", "架空　太郎", "1");
        assertThat(entries()).containsExactly("FILE CARE_PLAN SENT");
    }

    @Test
    void what_the_municipality_returns_is_mended_and_accepted() throws Exception {
        file(Map.of("filingReason", "転居"));
        item(1);
        answer(1, "{\"answer\":\"RETURNED\",\"reason\":\"INCOMPLETE\",\"text\":\"提出日をご確認ください\"}");
        assertThat(tab()).contains("未提出", "提出した届出が差し戻されました", "記載に不備があります（提出日をご確認ください）");
        SampleOffice helpers = SampleOffice.helpers(desk.insurer());
        helpers.verified(desk.insurer(), InsuredNumber.of(FullRecords.PERSON), TestServer.TODAY);
        assertThat(OfficeBrowser.of(helpers).get(desk.person() + "/filing").body())
                .as("what was said to one office")
                .contains("差戻し")
                .doesNotContain("提出日をご確認ください", "記載に不備があります");
        assertThat(desk.browser().get(desk.person() + CARE_PLAN).body())
                .as("what was typed before")
                .contains("value=\"転居\"");
        file(Map.of("filedOn", "20261119"));
        assertThat(item(2).path("filedOn").asString()).isEqualTo("20261119");
        answer(2, "{\"answer\":\"ACCEPTED\"}");
        assertThat(tab()).contains("提出済み", "受理").doesNotContain("提出した届出が差し戻されました");
    }

    @Test
    void a_filing_again_corrects_the_first_and_the_end_names_it() throws Exception {
        file(Map.of());
        file(Map.of("filedOn", "20261118"));
        assertThat(item(2).path("formerFilingNo").asString()).isEqualTo("1");
        assertThat(tab()).contains("訂正済み");
        assertThat(desk.browser().get(desk.person() + CARE_PLAN + "/end").body())
                .contains("廃止の届出を送ります");
        assertThat(end("明日").body()).contains("日付として読めません");
        end("20261120");
        assertThat(item(3).path("process").asString()).isEqualTo("2");
        assertThat(item(3).path("formerFilingNo").asString()).isEqualTo("2");
        assertThat(tab()).contains("未提出", "廃止").doesNotContain("提出済み");
        assertThat(end("20261120").body()).contains("廃止できる届出がありません");
    }

    @Test
    void another_offices_filing_takes_the_place_of_the_first_and_both_learn_of_it() throws Exception {
        file(Map.of());
        SampleOffice second = SampleOffice.second(desk.insurer());
        second.verified(desk.insurer(), InsuredNumber.of(FullRecords.PERSON), TestServer.TODAY);
        OfficeBrowser browser = OfficeBrowser.of(second);
        assertThat(browser.get(desk.person() + CARE_PLAN).body()).contains("ほかの事業所（" + own() + "）の届出があります");
        assertThat(browser.get(desk.person() + "/filing").body())
                .as("only its own it may end")
                .doesNotContain(CARE_PLAN + "/end");
        Map<String, String> end = Map.of("filingEndedOn", "20261120", "form", "x");
        assertThat(browser.post(desk.person() + CARE_PLAN + "/end", end).body()).contains("ほかの事業所の届出は廃止できません");
        browser.post(
                desk.person() + CARE_PLAN,
                form(Map.of("filingOffice", second.id.number(), "filingChangedOn", "20261201")));
        assertThat(item(2).path("formerOfficeNumber").asString()).isEqualTo(own());
        assertThat(tab()).contains("令和8年12月1日（2026/12/01）から、ほかの事業所の届出");
        Followed.await(desk.insurer());
        assertThat(desk.browser().get("/office").body()).contains("届出が変わった方");
    }

    @Test
    void an_answer_puts_the_person_on_the_offices_list_until_somebody_has_looked() throws Exception {
        file(Map.of());
        tab();
        item(1);
        answer(1, "{\"answer\":\"ACCEPTED\"}");
        Followed.await(desk.insurer());
        String list = "/office/users?only=FILING_CHANGED";
        desk.browser().get(desk.person() + CARE_PLAN);
        assertThat(desk.browser().get(list).body())
                .as("the form shows nothing of it")
                .contains(FullRecords.PERSON);
        assertThat(tab()).contains("居宅サービス計画作成依頼届出が変わりました");
        assertThat(desk.browser().get(list).body()).doesNotContain(FullRecords.PERSON);
    }

    @Test
    void a_form_sent_twice_files_once() {
        Map<String, String> form = form(Map.of());
        desk.browser().post(desk.person() + CARE_PLAN, form);
        desk.browser().post(desk.person() + CARE_PLAN, form);
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void what_is_wrong_is_said_and_nothing_is_sent() {
        assertThat(file(Map.of("filingOffice", "123")).body()).contains("事業所番号が正しくありません");
        assertThat(file(Map.of("filedOn", "")).body()).contains("日付を入力してください");
        assertThat(file(Map.of("filedOn", "20261121")).body()).contains("今日より後の日は入力できません");
        assertThat(file(Map.of("filedOn", "20261001")).body()).contains("提出日が30日より前です");
        assertThat(file(Map.of("filingReason", "番号は123456789018です")).body()).contains("マイナンバーは入力しないでください");
        assertThat(file(Map.of("toldKana", "みほん")).body()).contains("カタカナで入力してください", "<details open>");
        assertThat(count()).isZero();
        file(Map.of("filedOn", "20261001", "oldDay", "true"));
        assertThat(count()).as("meant so").isEqualTo(1);
    }

    @Test
    void prevention_is_filed_for_the_office_that_is_responsible_and_no_other_number_is_taken() throws Exception {
        assertThat(desk.browser().get(desk.person() + PREVENTIVE).body())
                .as("the office is the 委託先")
                .contains("id=\"filingDelegate\" name=\"filingDelegate\" type=\"text\" value=\"" + own())
                .contains("id=\"filingOffice\" name=\"filingOffice\" type=\"text\" value=\"\"");
        assertThat(post(PREVENTIVE, Map.of()).body()).contains("委託先がこの事業所のときだけ提出できます");
        assertThat(post(PREVENTIVE, Map.of("filingOffice", "4400100014")).body())
                .contains("委託先がこの事業所のときだけ");
        assertThat(post(CARE_PLAN, Map.of("filingOffice", "4400100014", "filingDelegate", own()))
                        .body())
                .as("a care plan is not delegated")
                .contains("委託先がこの事業所のときだけ");
        post(PREVENTIVE, Map.of("filingOffice", "4400100014", "filingDelegate", own()));
        assertThat(item(1).path("officeNumber").asString()).isEqualTo("4400100014");
        assertThat(item(1).path("delegateNumber").asString()).isEqualTo(own());
    }

    @Test
    void a_kind_that_none_of_its_services_files_is_not_offered() {
        Loads.database()
                .sql("update participants.institution_service set service_code = '73' where number = ?")
                .param(own())
                .update();
        assertThat(tab()).contains(CARE_PLAN).doesNotContain(PREVENTIVE);
        assertThat(post(PREVENTIVE, Map.of()).body()).contains("この種類の届出を提出できません");
    }

    @Test
    void a_kind_that_does_not_fit_the_card_is_refused_unless_an_application_is_under_way() {
        desk.records().send("M02", row -> card(row, "12"));
        assertThat(file(Map.of()).body()).contains("被保険者証の要介護状態区分と、届出の種類が合いません");
        assertThat(count()).isZero();
        assertThat(entries()).as("tried, not done").containsExactly("FILE CARE_PLAN KIND_DOES_NOT_FIT");
        desk.records().send("M08", row -> {
            FullRecords.certified(row, "1");
            FullRecords.with(row, "certStatus", "01");
            FullRecords.with(row, "certifiedOn", null);
            return FullRecords.with(row, "careLevel", null);
        });
        file(Map.of());
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void who_may_not_file_is_told_why_and_gets_no_form() {
        SampleOffice helpers = SampleOffice.helpers(desk.insurer());
        helpers.verified(desk.insurer(), InsuredNumber.of(FullRecords.PERSON), TestServer.TODAY);
        OfficeBrowser browser = OfficeBrowser.of(helpers);
        assertThat(browser.get(desk.person() + "/filing").body())
                .contains("この事業所・医療機関のサービスでは、届出を提出できません")
                .doesNotContain("保険者へ提出");
        browser.post(desk.person() + CARE_PLAN, form(Map.of()));
        assertThat(count()).isZero();
        assertThat(entries()).containsExactly("FILE CARE_PLAN SERVICE_NOT_ALLOWED");
    }

    @Test
    void a_municipality_that_does_not_take_filings_yet_says_so_before_the_first_field() {
        Browser staff = Browser.of(desk.insurer());
        assertThat(staff.get("/outbox/reception").body()).contains("計画作成依頼届出情報");
        assertThat(set(staff, "false", "令和8年11月20日")).as("today").contains("明日より後の日付を");
        takes(staff, "false", "令和9年1月4日");
        assertThat(tab()).contains("まだ届出の電子送付を受け付けていません", "令和9年1月4日（2027/01/04）", "紙でお送りください");
        assertThat(file(Map.of()).body()).contains("まだ届出の電子送付を受け付けていません");
        assertThat(count()).isZero();
        takes(staff, "true", "");
        file(Map.of());
        assertThat(count()).isEqualTo(1);
    }

    private static void takes(Browser staff, String taken, String from) {
        assertThat(set(staff, taken, from)).contains("設定を変えました");
    }

    private static String set(Browser staff, String taken, String from) {
        Map<String, String> form =
                Map.of("interfaceId", "P04", "taken", taken, "takenFromP04", from, "_csrf", staff.csrf());
        return staff.post("/outbox/reception", form).body();
    }

    private static Row card(Row row, String level) {
        Map.of("careLevel", level, "certValidFrom", "20261001", "certValidTo", "20270930", "issuedOn", "20261001")
                .forEach((code, value) -> FullRecords.with(row, code, value));
        return row;
    }

    private String own() {
        return desk.office().id.number();
    }

    private String tab() {
        return desk.browser().get(desk.person() + "/filing").body();
    }

    private Map<String, String> form(Map<String, String> other) {
        Map<String, String> form =
                new HashMap<>(Map.of("form", "form-" + forms++, "filingOffice", own(), "filedOn", "令和8年11月20日"));
        form.putAll(other);
        return form;
    }

    private HttpResponse<String> file(Map<String, String> other) {
        return post(CARE_PLAN, other);
    }

    /** The page that the browser is sent to, or the form again. */
    private HttpResponse<String> post(String path, Map<String, String> other) {
        return desk.browser().post(desk.person() + path, form(other));
    }

    private HttpResponse<String> end(String day) {
        return desk.browser()
                .post(desk.person() + CARE_PLAN + "/end", Map.of("filingEndedOn", day, "form", "end-" + forms++));
    }

    private JsonNode item(int number) throws java.io.IOException {
        String path = "/v1/insurers/" + desk.insurer().value() + "/outbox/" + number;
        return new JsonMapper().readTree(municipality.get(path).body()).path("record");
    }

    private void answer(int number, String body) throws java.io.IOException {
        String path = "/v1/insurers/" + desk.insurer().value() + "/outbox/" + number + "/ack";
        assertThat(municipality.send("POST", path, "application/json", body).statusCode())
                .isEqualTo(200);
    }

    private int count() {
        return Loads.database()
                .sql("""
                        select count(*) from filing.submission s
                        join outbox.item i on i.insurer_number = s.insurer_number and i.number = s.item_number
                        where s.insurer_number = ?""")
                .param(desk.insurer().value())
                .query(Integer.class)
                .single();
    }

    private List<String> entries() {
        return Loads.database()
                .sql("""
                        select detail::jsonb ->> 'act' || ' ' || (detail::jsonb ->> 'answer') from audit.entry
                        where insurer_number = ? and event = 'FILING_MADE' order by number""")
                .param(desk.insurer().value())
                .query(String.class)
                .list();
    }
}
