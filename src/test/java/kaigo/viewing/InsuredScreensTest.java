package kaigo.viewing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kaigo.Browser;
import kaigo.Handles;
import kaigo.SampleOffice;
import kaigo.TestServer;
import kaigo.intake.FullRecords;
import kaigo.intake.Loads;
import kaigo.intake.M01File;
import kaigo.layout.Row;
import kaigo.shared.InsurerNumber;
import org.junit.jupiter.api.Test;

/** 被保険者の照会: what an officer who is asked on the telephone can answer, and what he cannot even ask. */
class InsuredScreensTest {

    private static final Pattern FORM = Pattern.compile("name=\"form\" value=\"([^\"]+)\"");

    private final Desk desk = Desk.open();
    private final FullRecords records = desk.records();
    private final Browser staff = Browser.of(desk.insurer());
    private final String person = "/insured/" + Handles.of(desk.insurer(), FullRecords.PERSON);

    @Test
    void somebody_is_found_by_number_kana_name_and_birthday_and_no_name_stands_in_an_address() {
        for (String typed : List.of("0000000001", "０００００", "かくう", "ｶｸｳ", "架空太郎")) {
            HttpResponse<String> found = search(typed, "昭和9年6月11日");
            assertThat(found.body()).as(typed).contains("架空　太郎", person);
            assertThat(found.uri().toString()).doesNotContain(typed).doesNotContain("昭和");
        }
        assertThat(search("かくう", "S9.6.12").body()).contains("この条件に合う被保険者はいません");
        assertThat(search("%%", "").body()).contains("この条件に合う被保険者はいません");
    }

    @Test
    void what_is_wrong_stands_at_the_field_and_what_was_typed_is_kept() {
        HttpResponse<String> answer = search("か", "平成31年5月1日");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains(
                        "<a href=\"#insuredSearch\">",
                        "<a href=\"#insuredBirth\">",
                        "value=\"か\"",
                        "value=\"平成31年5月1日\"");
    }

    @Test
    void a_search_that_finds_too_many_says_so() {
        M01File file = new M01File(desk.insurer(), "D").createdAt("20261120080000");
        for (int i = 0; i < 51; i++) {
            file.add("1", "%010d".formatted(2_000_000_000L + i), "", "利用者　%02d".formatted(i));
        }
        Loads.load(desk.insurer(), file);
        assertThat(search("2000", "").body()).contains("はじめの 50 人を表示しています");
    }

    @Test
    void the_insurer_reads_what_is_under_way_before_anybody_else_may() {
        records.send("M08", ReadingApiTest::pending);
        desk.add(Map.of());
        assertThat(desk.browser().get(desk.person() + "/certification").body()).doesNotContain("基本調査　第1群");
        assertThat(staff.get(person + "/certification").body()).contains("基本調査　第1群", "架空　太郎");
    }

    @Test
    void all_tabs_open_and_none_leads_to_what_only_an_office_does() {
        records.send("M02", row -> row);
        records.send("M08", row -> FullRecords.certified(row, "0"));
        for (Tab tab : Tab.values()) {
            HttpResponse<String> answer = staff.get(person + "/" + tab.path());
            assertThat(answer.statusCode()).as(tab.path()).isEqualTo(200);
            assertThat(answer.body()).as(tab.path()).contains("架空　太郎").doesNotContain("/office/");
        }
    }

    @Test
    void a_protected_persons_address_is_shown_with_a_warning_to_the_insurer_alone() {
        Loads.load(
                desk.insurer(),
                new M01File(desk.insurer(), "D")
                        .createdAt("20261120230000")
                        .add("2", FullRecords.PERSON, "", "架空　太郎", "20261120120000")
                        .with(24, "1"));
        desk.add(Map.of());
        assertThat(staff.get(person).body()).contains("支援措置あり").doesNotContain("表示しません");
        assertThat(desk.browser().get(desk.person()).body()).doesNotContain("支援措置あり");
    }

    @Test
    void an_application_whose_survey_has_not_come_shows_no_empty_survey() {
        records.send("M08", row -> withoutSheets(ReadingApiTest.pending(row)));
        assertThat(staff.get(person + "/certification").body()).contains("申請").doesNotContain("特記事項", "ほかの申請の調査と並べる");
        assertThat(staff.get(person + "/certification?form=survey").body()).doesNotContain("記載なし");
    }

    private static Row withoutSheets(Row row) {
        Row bare = row.layout().newRow(row.number());
        for (int i = 0; i < row.layout().size(); i++) {
            bare.text(i, row.text(i));
        }
        return bare;
    }

    @Test
    void who_may_see_the_person_until_when_and_what_is_told() {
        records.send("M08", row -> FullRecords.certified(row, "1"));
        assertThat(staff.get(person + "/onlookers").body()).contains("閲覧できる事業所・医療機関はありません");
        desk.add(Map.of());
        SampleOffice clinic = SampleOffice.clinic(desk.insurer());
        records.send("M13", row -> FullRecords.asked(row, "20261110", clinic.id));
        String told = staff.get(person + "/onlookers").body();
        assertThat(told)
                .contains(desk.office().id.number(), "本人確認済み。令和9年2月28日（2027/02/28）まで")
                .contains("ケアマネジャーのみ：要介護認定情報①（認定調査票）、要介護認定情報②（主治医意見書）、認定審査会資料", "ケアプラン")
                .contains(
                        clinic.id.number(),
                        "主治医意見書の作成依頼（申請日 令和8年11月10日（2026/11/10））。過去の認定情報は 令和8年12月10日（2026/12/10） まで");
        desk.browser().post(desk.person() + "/end", Map.of());
        assertThat(staff.get(person + "/onlookers").body())
                .doesNotContain(desk.office().id.number());
    }

    @Test
    void an_institution_whose_registration_has_ended_sees_nobody() {
        desk.add(Map.of());
        SampleOffice clinic = SampleOffice.clinic(desk.insurer());
        records.send("M08", row -> FullRecords.certified(row, "1"));
        records.send("M13", row -> FullRecords.asked(row, "20261110", clinic.id));
        assertThat(staff.get(person + "/onlookers").body()).doesNotContain("閲覧できなくなった");
        for (SampleOffice one : List.of(desk.office(), clinic)) {
            Loads.database()
                    .sql("update participants.institution set valid_to = date '2026-11-19' where number = ?")
                    .param(one.id.number())
                    .update();
        }
        assertThat(staff.get(person + "/onlookers").body()).contains("閲覧できる事業所・医療機関はありません", "閲覧できなくなった事業所・医療機関（2）");
    }

    @Test
    void a_request_to_a_number_that_is_none_hides_nobody_else() {
        desk.add(Map.of());
        records.send(
                "M13",
                row -> FullRecords.with(
                        FullRecords.asked(row, "20261110", SampleOffice.clinic(desk.insurer()).id),
                        "issuerNumber",
                        "0129999999"));
        assertThat(staff.get(person + "/onlookers").body())
                .contains(desk.office().id.number())
                .doesNotContain("0129999999");
    }

    @Test
    void the_ledger_says_who_heard_the_consent_and_who_spoke() {
        desk.add(Map.of());
        Matcher form = FORM.matcher(
                desk.browser().get(desk.person() + "/consent/record").body());
        assertThat(form.find()).isTrue();
        desk.browser()
                .post(
                        desk.person() + "/consent/record",
                        new HashMap<>(Map.of(
                                "form", form.group(1),
                                "answer", "GRANT",
                                "heardOn", "令和8年11月20日",
                                "readAloud", "true",
                                "speaker", "PROXY",
                                "relation", "CHILD")));
        records.send("M09", FullRecords::withdrawn);
        assertThat(staff.get(person + "/consent").body())
                .contains("事業所 " + desk.office().id.number(), "代理の方（", "撤回", "包括同意が有効です");
    }

    @Test
    void anothers_insured_and_somebody_who_is_not_there_are_not_found() {
        InsurerNumber other = TestServer.insurerDaily();
        assertThat(staff.get("/insured/" + Handles.of(other, FullRecords.PERSON))
                        .statusCode())
                .isEqualTo(404);
        HttpResponse<String> absent = staff.get("/insured/" + Handles.of(desk.insurer(), "0000000999"));
        assertThat(absent.statusCode()).isEqualTo(404);
        assertThat(absent.body()).contains("この被保険者は登録されていません");
        assertThat(staff.get(person + "/no-tab").statusCode()).isEqualTo(404);
        assertThat(desk.browser().get(desk.person() + "/onlookers").statusCode())
                .as("no tab of an office's")
                .isEqualTo(404);
    }

    private HttpResponse<String> search(String typed, String birth) {
        return staff.post(
                "/insured/search", Map.of("insuredSearch", typed, "insuredBirth", birth, "_csrf", staff.csrf()));
    }
}
