package kaigo.viewing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kaigo.Handles;
import kaigo.SampleOffice;
import kaigo.TestServer;
import kaigo.identity.OfficeBrowser;
import kaigo.intake.FullRecords;
import kaigo.intake.Loads;
import kaigo.intake.M01File;
import kaigo.shared.InsuredNumber;
import kaigo.shared.InsurerNumber;
import org.junit.jupiter.api.Test;

/** 利用者一覧 and 利用者詳細 as a care manager's browser without script sees them. */
class UserScreensTest {

    private static final String LIST = "/office/users";
    private static final Pattern FORM = Pattern.compile("name=\"form\" value=\"([^\"]+)\"");

    private final Desk desk = Desk.open();
    private final InsurerNumber insurer = desk.insurer();
    private final FullRecords records = desk.records();
    private final SampleOffice office = desk.office();
    private final OfficeBrowser browser = desk.browser();
    private final String person = desk.person();

    @Test
    void what_is_wrong_stands_at_the_field_and_at_the_top_and_nothing_typed_is_lost() {
        HttpResponse<String> answer = add(Map.of("cardInsured", "12", "cardBirth", "平成31年5月1日"));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("<a href=\"#cardInsured\">被保険者番号は、数字10桁")
                .contains("id=\"cardInsured-error\"")
                .contains("value=\"12\"")
                .contains("<a href=\"#cardBirth\">生年月日として読めません")
                .contains("value=\"平成31年5月1日\"")
                .contains("value=\"" + insurer.value() + "\"");
    }

    @Test
    void a_day_may_be_typed_in_either_calendar_and_in_full_width() {
        for (String birth : List.of("19340611", "S9.6.11", "昭和9年6月11日", "１９３４／６／１１", "昭和９年６月１１日")) {
            assertThat(add(Map.of("cardBirth", birth)).uri().getPath())
                    .as(birth)
                    .isEqualTo(person);
        }
    }

    @Test
    void whoever_is_absent_or_typed_wrongly_is_told_the_same() {
        HttpResponse<String> wrong = add(Map.of("cardBirth", "S9.6.12"));
        HttpResponse<String> absent = add(Map.of("cardInsured", "0000000999"));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("入力された内容では、本人確認ができませんでした");
        String asWrong = absent.body().replace("0000000999", FullRecords.PERSON).replace("昭和9年6月11日\"", "S9.6.12\"");
        assertThat(withoutTokens(asWrong)).isEqualTo(withoutTokens(wrong.body()));
    }

    @Test
    void a_file_that_is_not_the_offices_to_see_looks_like_one_that_does_not_exist() {
        String foreign = browser.get(person).body();
        HttpResponse<String> absent = browser.get(LIST + "/" + Handles.of(insurer, "0000000999"));
        assertThat(absent.statusCode()).isEqualTo(403);
        assertThat(foreign).contains("この方の本人確認が済んでいません").doesNotContain("架空　太郎");
        assertThat(withoutTokens(absent.body())).isEqualTo(withoutTokens(foreign));
        assertThat(browser.get(LIST + "/no-handle-at-all").statusCode()).isEqualTo(404);
        HttpResponse<String> none = browser.get(person + "/no-tab");
        assertThat(none.statusCode()).isEqualTo(404);
        assertThat(none.body()).as("back to the office's own first page").contains("href=\"/office\">はじめの画面へ");
    }

    @Test
    void the_list_is_searched_by_folded_kana_by_name_and_by_number_and_no_name_stands_in_an_address() {
        add(Map.of());
        for (String typed : List.of("かくう", "カクウ", "ｶｸｳ", "架空", "架空太郎", "０００００００００１", "00000")) {
            HttpResponse<String> found = search(typed);
            assertThat(found.body()).as(typed).contains("架空　太郎").contains("value=\"" + typed + "\"");
            assertThat(found.uri().toString()).doesNotContain(typed);
        }
        for (String typed : List.of("やまだ", "%", "_", "9")) {
            assertThat(search(typed).body()).as(typed).contains("この条件に合う方はいません").doesNotContain("架空　太郎");
        }
    }

    @Test
    void whoever_has_expired_is_found_by_number_only_and_sorts_by_no_name() {
        office.verified(insurer, InsuredNumber.of(FullRecords.PERSON), TestServer.TODAY.minusDays(1));
        assertThat(search("かくう").body()).contains("この条件に合う方はいません");
        assertThat(search("0000000001").body())
                .contains("期限切れ")
                .contains("（表示できません）")
                .doesNotContain("架空　太郎");
        assertThat(browser.get(person).body()).contains("閲覧有効期限が過ぎています").contains("/again");
        assertThat(browser.get(person + "/again").body()).contains("value=\"" + FullRecords.PERSON + "\"");
    }

    @Test
    void the_numbers_of_somebody_who_does_not_stand_in_the_list_are_not_told() {
        assertThat(browser.get(person + "/again").body()).doesNotContain(FullRecords.PERSON + "\"");
    }

    @Test
    void the_list_is_narrowed_sorted_and_paged() {
        M01File file = new M01File(insurer, "D").createdAt("20261120080000");
        for (int i = 0; i < 60; i++) {
            file.add("1", "%010d".formatted(2_000_000_000L + i), "", "利用者　%02d".formatted(i));
        }
        Loads.load(insurer, file);
        for (int i = 0; i < 60; i++) {
            LocalDate until = i < 5 ? TestServer.TODAY.minusDays(1) : TestServer.TODAY.plusDays(i);
            office.verified(insurer, InsuredNumber.of("%010d".formatted(2_000_000_000L + i)), until);
        }
        assertThat(browser.get(LIST).body()).contains("60 人").contains("1 / 2").contains("page=2");
        assertThat(browser.get(LIST + "?page=2").body()).contains("期限切れ").contains("2 / 2");
        assertThat(browser.get(LIST + "?page=99").body())
                .as("back to the first")
                .contains("1 / 2");
        assertThat(browser.get(LIST + "?only=EXPIRED").body()).contains("5 人");
        assertThat(browser.get(LIST + "?only=ENDING").body()).contains("10 人");
        String byNumber = browser.get(LIST + "?order=NUMBER").body();
        assertThat(byNumber.indexOf("2000000007")).isBetween(1, byNumber.indexOf("2000000008"));
        String byEnd = browser.get(LIST + "?order=UNTIL").body();
        assertThat(byEnd.indexOf("2000000004")).isBetween(1, byEnd.indexOf("2000000059") > 0 ? 1 : byEnd.length());
        assertThat(browser.get(LIST + ".csv").body().lines()).hasSize(61);
        assertThat(browser.get(LIST + "?only=NOBODY").statusCode()).isEqualTo(400);
    }

    @Test
    void a_refused_part_says_why_and_what_to_do_and_the_rest_is_shown() {
        records.send("M08", row -> FullRecords.certified(row, "0"));
        add(Map.of());
        assertThat(browser.get(person + "/certification").body())
                .contains("ご本人の有効な包括同意がありません")
                .contains("包括同意を得ると閲覧できます")
                .contains("申請区分")
                .doesNotContain("基本調査　第1群");
    }

    @Test
    void a_consent_that_is_heard_opens_the_survey_and_is_recorded_once_however_often_it_is_sent() {
        records.send("M08", row -> FullRecords.certified(row, "0"));
        add(Map.of());
        Map<String, String> form = consent("GRANT");
        HttpResponse<String> recorded = browser.post(person + "/consent/record", form);
        assertThat(recorded.body()).contains("同意を記録しました").contains("包括同意が有効です");
        browser.post(person + "/consent/record", form);
        assertThat(lines()).isEqualTo(1);
        assertThat(browser.get(person + "/certification").body()).contains("基本調査　第1群");
    }

    @Test
    void a_form_without_its_name_acts_each_time_and_one_name_for_two_persons_is_two_forms() {
        add(Map.of());
        Map<String, String> form = consent("GRANT");
        form.remove("form");
        browser.post(person + "/consent/record", form);
        form.put("answer", "WITHDRAW");
        assertThat(browser.post(person + "/consent/record", form).body()).contains("撤回を記録しました");
        assertThat(lines()).isEqualTo(2);
        form.put("form", "another");
        browser.post(person + "/consent/record", form);
        assertThat(lines()).as("the same was heard last").isEqualTo(2);
        form.put("answer", "GRANT");
        form.put("form", "the same");
        browser.post(person + "/consent/record", form);
        String other = LIST + "/" + Handles.of(insurer, "0000000999");
        assertThat(browser.post(other + "/consent/record", form).body())
                .as("nothing was recorded of somebody else")
                .doesNotContain("同意を記録しました");
        assertThat(lines()).isEqualTo(3);
    }

    @Test
    void a_consent_needs_the_sentence_the_answer_and_who_gave_it() {
        add(Map.of());
        Map<String, String> form = consent("GRANT");
        form.remove("readAloud");
        form.put("speaker", "PROXY");
        form.put("heardOn", "令和8年11月21日");
        HttpResponse<String> answer = browser.post(person + "/consent/record", form);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("<a href=\"#readAloud\">")
                .contains("<a href=\"#relation\">")
                .contains("今日より後の日は記録できません")
                .contains("value=\"令和8年11月21日\"")
                .contains("value=\"GRANT\" checked");
        form.put("speaker", "SELF");
        form.put("relation", "CHILD");
        form.put("unconfirmedReason", "ご本人が入院中");
        assertThat(browser.post(person + "/consent/record", form).body())
                .as("what contradicts itself is not left out in silence")
                .contains("「代わりの方とご本人との関係」を選ばないでください", "理由を消してください");
        form.put("unconfirmedReason", "");
        form.put("answer", "UNCONFIRMED");
        assertThat(browser.post(person + "/consent/record", form).body()).contains("<a href=\"#unconfirmedReason\">");
        form.put("unconfirmedReason", "ご本人が入院中");
        assertThat(browser.post(person + "/consent/record", form).body()).contains("その理由を控えました");
        assertThat(lines()).isZero();
    }

    @Test
    void whoever_may_not_take_a_consent_any_more_keeps_what_was_typed_and_is_told_why() {
        add(Map.of());
        Map<String, String> form = consent("REFUSE");
        Loads.database()
                .sql("update identity.institution_account set jobs = '{OTHER}' where number = ?")
                .param(office.id.number())
                .update();
        HttpResponse<String> answer = browser.post(person + "/consent/record", form);
        assertThat(answer.body()).contains("包括同意を記録できるのは、ケアマネジャーの職種で登録された方です").contains("value=\"REFUSE\" checked");
        assertThat(lines()).isZero();
    }

    @Test
    void an_office_lets_somebody_go_at_once() {
        add(Map.of());
        assertThat(browser.get(person).body()).contains("架空　太郎");
        assertThat(browser.get(person + "/end").body())
                .as("whom it is about")
                .contains("架空　太郎", FullRecords.PERSON, "利用を終了する</button>");
        assertThat(browser.post(person + "/end", Map.of()).body()).contains("利用を終了しました");
        assertThat(browser.get(person).statusCode()).isEqualTo(403);
        HttpResponse<String> again = browser.get(person + "/end");
        assertThat(again.statusCode()).as("nobody to let go").isEqualTo(403);
        assertThat(again.body()).doesNotContain(FullRecords.PERSON).doesNotContain("利用を終了する</button>");
    }

    @Test
    void of_whoever_has_expired_the_number_is_named_when_he_is_let_go() {
        office.verified(insurer, InsuredNumber.of(FullRecords.PERSON), TestServer.TODAY.minusDays(1));
        assertThat(browser.get(person + "/end").body())
                .contains(FullRecords.PERSON, "利用を終了する</button>")
                .doesNotContain("架空　太郎");
    }

    @Test
    void every_tab_of_a_full_file_is_shown() {
        FullRecords.dependents()
                .forEach(id -> records.send(id, row -> id.equals("M08") ? FullRecords.certified(row, "1") : row));
        add(Map.of());
        for (Tab tab : Tab.ofOffice()) {
            HttpResponse<String> page = browser.get(person + "/" + tab.path());
            assertThat(page.statusCode()).as(tab.path()).isEqualTo(200);
            assertThat(page.body()).as(tab.path()).contains("架空　太郎").contains("aria-current=\"page\"");
            assertThat(page.body().length()).as(tab.path()).isLessThan(100_000);
        }
    }

    private HttpResponse<String> add(Map<String, String> other) {
        return desk.add(other);
    }

    private HttpResponse<String> search(String typed) {
        return browser.post(LIST + "/search", Map.of("userSearch", typed));
    }

    private Map<String, String> consent(String answer) {
        Matcher form = FORM.matcher(browser.get(person + "/consent/record").body());
        assertThat(form.find()).isTrue();
        return new HashMap<>(Map.of(
                "form", form.group(1),
                "answer", answer,
                "heardOn", "令和8年11月20日",
                "readAloud", "true",
                "speaker", "SELF"));
    }

    private int lines() {
        return Loads.database()
                .sql("select count(*) from consent.event where insurer_number = ? and source like 'HEARD/%'")
                .param(insurer.value())
                .query(Integer.class)
                .single();
    }

    /** Handles of persons and tokens of pages differ each time. */
    private static String withoutTokens(String page) {
        return page.replaceAll("[A-Za-z0-9_-]{43}", "").replaceAll("name=\"_csrf\" value=\"[^\"]+\"", "");
    }
}
