package kaigo.viewing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import kaigo.intake.FullRecords;
import org.junit.jupiter.api.Test;

/** 帳票形式: the three forms of an application on the screen, as they would be on paper. */
class FormOnScreenTest {

    private final Desk desk = Desk.open();
    private final String certification = desk.person() + "/certification";

    @Test
    void each_form_stands_there_with_all_that_could_be_chosen_and_what_was() {
        certified("1");
        assertThat(form("survey"))
                .contains("認定調査票</h2>", "様式に準じた表示", "基本調査　第1群", "概況調査", "<li class=\"on\">", "<li>")
                .doesNotContain("主治医意見書</h2>");
        assertThat(form("opinion")).contains("主治医意見書</h2>", "様式に準じた表示", "特記すべき事項");
        assertThat(form("committee-sheet")).contains("認定審査会資料</h2>", "様式に準じた表示", "一次判定");
    }

    @Test
    void a_healthy_answer_is_marked_and_what_is_not_shown_is_named() {
        certified("1");
        assertThat(form("survey"))
                .contains("<li class=\"on\">1.ない</li><li>2.左上肢</li>", "<li>9.経管栄養</li><li class=\"on\">ない</li>")
                .contains("<li class=\"on\">介護老人福祉施設</li><li>介護老人保健施設</li>", "〒000-0001")
                .contains("<dt>調査員氏名</dt><dd>この基盤では表示しません</dd>")
                .contains("1　身体機能・起居動作", "7　日常生活自立度</dt><dd class=\"written\">記載なし</dd>");
    }

    @Test
    void of_the_committees_sheet_minutes_have_bars_and_warnings_are_in_words() {
        desk.records().send("M08", row -> FullRecords.with(FullRecords.certified(row, "1"), "warningCodes", "0158"));
        desk.add(Map.of());
        assertThat(form("committee-sheet"))
                .contains("1-10 洗身：介助されていない", "\n58</dd>", "<svg width=\"202\"", "左の端が0分、右の端が110分")
                .contains("<dt>合議体番号</dt><dd>この基盤では表示しません</dd>");
    }

    @Test
    void a_form_that_is_none_is_the_first_that_can_be_read_and_the_data_are_a_step_away() {
        certified("1");
        assertThat(form("first")).contains("認定調査票</h2>");
        assertThat(form("cards")).as("of no application").contains("認定調査票</h2>").contains(">データ形式</a>");
        assertThat(desk.browser().get(certification).body())
                .contains(">帳票形式</a>")
                .doesNotContain("様式に準じた表示");
    }

    @Test
    void without_consent_no_form_is_shown_and_the_page_says_why() {
        certified("0");
        assertThat(form("opinion"))
                .contains("ご本人の有効な包括同意がありません")
                .doesNotContain("様式に準じた表示")
                .doesNotContain("<li class=\"on\">");
    }

    private void certified(String consent) {
        desk.records().send("M08", row -> FullRecords.certified(row, consent));
        desk.add(Map.of());
    }

    private String form(String form) {
        String page = desk.browser().get(certification + "?form=" + form).body();
        assertThat(page.length()).as(form).isLessThan(100_000);
        return page;
    }
}
