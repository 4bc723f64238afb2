package kaigo.viewing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kaigo.intake.FullRecords;
import kaigo.layout.Row;
import kaigo.layout.items.M02;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the tabs of 利用者詳細 say of certain records. */
class TabScreensTest {

    private static final Pattern TO_AN_ANSWER = Pattern.compile("<a href=\"#(survey-item-1-3)\">");

    private final Desk desk = Desk.open();
    private final FullRecords records = desk.records();

    @BeforeEach
    void a_person_whom_the_office_knows() {
        desk.add(Map.of());
    }

    @Test
    void a_survey_is_compared_with_those_that_can_be_read_and_with_no_other() {
        records.send("M08", row -> FullRecords.certified(row, "1"), row -> history(ReadingApiTest.pending(row), "2"));
        assertThat(tab("certification?application=1")).doesNotContain("id=\"beside\"");
        assertThat(tab("certification?application=1&beside=2"))
                .contains("並べて表示できる調査がありません")
                .contains("基本調査　第1群");
        records.send("M08", row -> history(FullRecords.certified(row, "1"), "3"));
        assertThat(tab("certification?application=1"))
                .contains("<option value=\"3\">")
                .doesNotContain("<option value=\"2\">");
        assertThat(tab("certification?application=1&beside=3"))
                .contains("項目が変わっています")
                .doesNotContain("並べて表示できる調査がありません");
    }

    @Test
    void what_was_written_of_two_surveys_stands_side_by_side_with_what_changed() {
        records.send("M08", row -> written(FullRecords.certified(row, "1"), "杖で歩いている。"));
        records.send(
                "M08",
                row -> FullRecords.with(
                        written(history(FullRecords.certified(row, "1"), "3"), "車いすを使う。"), "appliedOn", "20261101"));
        String changed = "<tr class=\"changed\"><th scope=\"row\">[^<]*</th><td class=\"written\">杖で歩いている。</td>"
                + "<td class=\"written\">車いすを使う。</td><td><span class=\"state state-warn\">変化あり";
        assertThat(tab("certification?application=3&beside=1"))
                .containsPattern(changed)
                .contains(">申請日 令和8年10月1日（2026/10/01） の調査<", ">申請日 令和8年11月1日（2026/11/01） の調査（表示中）<");
        assertThat(tab("certification?application=1&beside=3"))
                .as("the earlier one stands first, whichever is looked at")
                .containsPattern(changed)
                .contains(">申請日 令和8年10月1日（2026/10/01） の調査（表示中）<");
        assertThat(tab("certification?application=1&beside=1"))
                .as("with itself")
                .contains("並べて表示できる調査がありません");
    }

    private static Row written(Row row, String note) {
        row.sheet(row.layout().sheet("notes")).forEach(one -> FullRecords.with(one, "text", note));
        return row;
    }

    @Test
    void answers_that_seldom_stand_together_are_marked_where_they_stand_and_the_list_leads_there() {
        records.send("M08", row -> {
            row.sheet(row.layout().sheet("basic")).forEach(basic -> {
                FullRecords.with(basic, "q1_3", "3");
                FullRecords.with(basic, "q1_10", "1");
            });
            return FullRecords.certified(row, "1");
        });
        String page = tab("certification?application=1");
        Matcher link = TO_AN_ANSWER.matcher(page);
        assertThat(link.find()).isTrue();
        assertThat(page)
                .containsPattern(
                        "<dt id=\"" + link.group(1) + "\"[^>]*>1-3 寝返り[^<]*<span class=\"state state-warn\">組合せの少ない回答")
                .containsPattern("<dt id=\"survey-item-1-10\"[^>]*>1-10 洗身")
                .doesNotContain("id=\"survey-item-1-1\"");
    }

    @Test
    void a_decision_of_a_day_to_come_is_not_told_before_that_day() {
        records.send("M10", progress("20261121"));
        assertThat(tab("progress"))
                .contains("審査・判定中", "30日を超えています", "申請から30日め")
                .doesNotContain(">認定<")
                .doesNotContain("state-done\">認定")
                .doesNotContain("2026/11/21")
                .doesNotContain("結果を「認定情報」で見る");
        records.send("M10", row -> FullRecords.updated(progress("20261120").apply(row), "2"));
        assertThat(tab("progress"))
                .contains("state-done\">認定<", "<a href=\"" + desk.person() + "/certification\">結果を「認定情報」で見る</a>")
                .doesNotContain("申請から30日め");
    }

    @Test
    void of_an_application_too_a_decision_of_a_day_to_come_is_not_told() {
        records.send("M08", row -> FullRecords.with(FullRecords.certified(row, "1"), "certifiedOn", "20261121"));
        assertThat(tab("certification")).contains("審査・判定中").doesNotContain(">認定<", "2026/11/21");
        records.send("M08", row -> FullRecords.updated(FullRecords.certified(row, "1"), "2"));
        assertThat(tab("certification")).contains(">認定<").doesNotContain("審査・判定中");
    }

    @Test
    void a_committee_to_come_is_a_plan_with_its_day_and_after_that_day_a_plan_no_more() {
        String planned = "<strong>審査会（予定）</strong><span class=\"day\">";
        records.send("M10", running("20261121", null));
        assertThat(tab("progress"))
                .contains("state-run\">予定</span> " + planned + "令和8年11月21日（2026/11/21）</span>")
                .contains("state-wait\">未</span> <strong>意見書の受領</strong></li>")
                .doesNotContain("<strong>審査会</strong>");
        records.send("M10", row -> FullRecords.updated(running("20261120", null).apply(row), "2"));
        assertThat(tab("progress"))
                .as("on the day itself")
                .contains("state-run\">予定</span> " + planned + "令和8年11月20日（2026/11/20）</span>");
        records.send("M10", row -> FullRecords.updated(running("20261119", null).apply(row), "2"));
        assertThat(tab("progress"))
                .as("the day has gone by, and nobody has said that it was held")
                .contains("state-wait\">未</span> " + planned + "令和8年11月19日（2026/11/19）</span>")
                .doesNotContain(">予定</span>");
        records.send(
                "M10",
                row -> FullRecords.updated(running("20261119", "20261120").apply(row), "2"));
        assertThat(tab("progress"))
                .contains("state-done\">済</span> <strong>審査会</strong><span class=\"day\">令和8年11月20日（2026/11/20）</span>")
                .doesNotContain("予定")
                .doesNotContain("2026/11/19");
    }

    @Test
    void each_value_of_life_has_a_chart_as_soon_as_there_are_two_of_it() {
        records.send("M08", row -> FullRecords.certified(row, "1"));
        records.send("X01", row -> life(row, "202608", "482"));
        assertThat(tab("life")).contains("評価の一覧").doesNotContain("<svg");
        records.send("X01", row -> FullRecords.with(life(row, "202609", "475"), "vitalityTotal", null));
        assertThat(tab("life"))
                .contains("ADL 合計の推移", "DBD13 合計の推移", "体重の推移", ">47.5<", ">48.2<")
                .doesNotContain("意欲 合計の推移");
    }

    @Test
    void what_is_left_of_an_old_year_does_not_read_as_todays() {
        records.send("M06", row -> purchase(row, "1", "2025", "30000"));
        assertThat(tab("benefits"))
                .contains("令和8年度（2026年度）の購入の記録はありません")
                .contains("この年度の残額　30,000円（今年度の残額ではありません）")
                .doesNotContain("支給限度額（残額）　30,000円");
        records.send("M06", row -> purchase(row, "2", "2026", "70000"));
        assertThat(tab("benefits"))
                .contains("令和8年度（2026年度）　支給限度額（残額）　70,000円", "この年度の残額　30,000円")
                .doesNotContain("購入の記録はありません");
    }

    @Test
    void the_limits_are_explained_with_the_share_that_is_paid_and_what_comes_first() {
        records.send("M06", row -> row);
        assertThat(tab("benefits")).contains("7割から9割", "転居したときの扱いは、3段階の扱いより優先します");
    }

    @Test
    void what_belongs_to_one_number_on_a_card_stands_together_and_services_have_names() {
        records.send("M02", row -> {
            row.set(M02.TYPE_LIMITS1_SERVICE, "11");
            return row;
        });
        assertThat(tab("cards"))
                .contains("<dt>種類支給限度1</dt>", "サービス種類：訪問介護", "<dt>給付制限1</dt>", "内容：支払方法変更")
                .contains("サービス種類：01")
                .doesNotContain("給付制限1 内容")
                .doesNotContain("種類支給限度1 サービス種類");
    }

    private String tab(String address) {
        return desk.browser().get(desk.person() + "/" + address).body();
    }

    private static Row history(Row row, String number) {
        return FullRecords.with(row, "historyNo", number);
    }

    private static UnaryOperator<Row> progress(String certifiedOn) {
        return row -> {
            FullRecords.with(row, "appliedOn", "20261001");
            FullRecords.with(row, "withdrawnOn", null);
            FullRecords.with(row, "rejectedOn", null);
            FullRecords.with(row, "certStatus", "07");
            return FullRecords.with(row, "certifiedOn", certifiedOn);
        };
    }

    /** An application of 2026-10-30 whose opinion has not come yet. */
    private static UnaryOperator<Row> running(String plannedOn, @Nullable String heldOn) {
        return row -> {
            FullRecords.with(row, "appliedOn", "20261030");
            for (String open : List.of("opinionReceivedOn", "primaryOn", "certifiedOn", "withdrawnOn", "rejectedOn")) {
                FullRecords.with(row, open, null);
            }
            FullRecords.with(row, "certStatus", "03");
            FullRecords.with(row, "committeePlannedOn", plannedOn);
            return FullRecords.with(row, "committeeOn", heldOn);
        };
    }

    private static Row life(Row row, String month, String weight) {
        FullRecords.with(row, "evaluationMonth", month);
        return FullRecords.with(row, "weight", weight);
    }

    private static Row purchase(Row row, String history, String year, String remaining) {
        FullRecords.with(history(row, history), "fiscalYear", year);
        return FullRecords.with(row, "remaining", remaining);
    }
}
