package kaigo.viewing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import kaigo.identity.OfficeBrowser;
import kaigo.intake.FullRecords;
import kaigo.intake.Loads;
import kaigo.layout.Row;
import org.junit.jupiter.api.Test;

/** 負担割合の年度更新: whose ratio changes in August, on the office's list. */
class RatioListTest {

    private static final String LIST = "/office/users";
    private static final String NAME = "架空　太郎";

    private final Desk desk = Desk.known();
    private final FullRecords records = desk.records();
    private final OfficeBrowser browser = desk.browser();

    @Test
    void a_ratio_that_changes_in_august_is_listed_with_both_and_saved_as_csv() {
        assertThat(browser.get(LIST + "/ratios").body()).contains("負担割合が変わる方はいません");
        records.send("M03", row -> ratio(row, "2025", "1", "10"), row -> ratio(row, "2026", "2", "20"));
        Followed.await(desk.insurer());
        assertThat(browser.get(LIST + "/ratios").body())
                .contains(
                        NAME,
                        "令和8年7月31日（2026/07/31）まで",
                        "令和8年8月1日（2026/08/01）から",
                        "1割",
                        "<strong>2割</strong>",
                        "変わります");
        assertThat(browser.get(LIST).body()).contains("負担割合の年度更新　1");
        assertThat(browser.get(LIST + "/ratios.csv").body().lines())
                .hasSize(2)
                .last()
                .asString()
                .endsWith(",1割,2割,変わります");
        records.send("M03", row -> FullRecords.updated(ratio(row, "2026", "2", "10"), "2"));
        Followed.await(desk.insurer());
        assertThat(browser.get(LIST + "/ratios").body()).doesNotContain(NAME);
        assertThat(browser.get(LIST + "/ratios?everybody=true").body())
                .contains(NAME)
                .doesNotContain("変わります");
    }

    @Test
    void a_ratio_that_comes_before_july_is_on_the_list_of_its_own_year() {
        records.send("M03", row -> ratio(row, "2026", "1", "10"), row -> ratio(row, "2027", "2", "30"));
        Followed.await(desk.insurer());
        assertThat(browser.get(LIST + "/ratios").body()).as("of August 2026").doesNotContain(NAME);
        assertThat(Loads.database()
                        .sql(
                                "select valid_from || ' ' || valid_to from viewing.worklist where list = 'RATIO_CHANGED' and insurer_number = ?")
                        .param(desk.insurer().value())
                        .query(String.class)
                        .list())
                .containsExactly("2027-07-01 2028-06-30");
    }

    private static Row ratio(Row row, String year, String history, String ratio) {
        FullRecords.with(row, "burdenYear", year);
        FullRecords.with(row, "historyNo", history);
        FullRecords.with(row, "ratio1", ratio);
        FullRecords.with(row, "from1", year + "0801");
        FullRecords.with(
                row,
                "to1",
                LocalDate.of(Integer.parseInt(year) + 1, 7, 31).toString().replace("-", ""));
        for (String second : List.of("ratio2", "from2", "to2")) {
            FullRecords.with(row, second, null);
        }
        return row;
    }
}
