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
                .contains("ご本人の包括同意を確認できません")
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
