package kaigo.viewing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import kaigo.identity.OfficeBrowser;
import kaigo.intake.FullRecords;
import kaigo.layout.Row;
import org.junit.jupiter.api.Test;

/** ケアプラン of 利用者詳細, its months above all. */
class CarePlanScreensTest {

    private final Desk desk = Desk.open();
    private final FullRecords records = desk.records();
    private final OfficeBrowser browser = desk.browser();
    private final String person = desk.person();

    @Test
    void of_a_plan_the_newest_month_is_shown_and_each_other_one_when_it_is_asked_for() {
        records.send("M08", row -> FullRecords.certified(row, "1"));
        records.send("X02", row -> {
            FullRecords.with(row, "planKind", "1");
            month(row, "202610", "0".repeat(30) + "3", "買い物");
            return month(row, "202611", "2" + "0".repeat(30), "掃除");
        });
        desk.add(Map.of());
        String newest = browser.get(person + "/care-plans").body();
        assertThat(newest)
                .contains("第6表　サービス利用票　令和8年11月（2026/11）", "<td class=\"sum\">2</td>", "掃除", "実績は未登録")
                .contains("第7表　サービス利用票別表　令和8年11月（2026/11）", "<td class=\"number\">10.21円</td>")
                .contains("?month=202610")
                .doesNotContain("買い物");
        String earlier = browser.get(person + "/care-plans?month=202610").body();
        assertThat(earlier)
                .contains("第6表　サービス利用票　令和8年10月（2026/10）", "<td class=\"sum\">3</td>", "買い物")
                .contains("31<br>土")
                .doesNotContain("掃除");
        assertThat(browser.get(person + "/care-plans?month=999999").body()).contains("令和8年11月（2026/11）", "掃除");
    }

    /** A month with one service and what it costs. */
    private static Row month(Row plan, String month, String planned, String content) {
        with(plan, "slips", month, "createdOn,20260925", "careLevel,21");
        with(plan, "slipLines", month, "content," + content, "officeName,架空", "planned," + planned);
        with(plan, "costMonths", month, "createdOn,20260925");
        with(plan, "costs", month, "lineKind,1", "officeName,架空", "content," + content, "unitPrice,1021");
        return plan;
    }

    private static void with(Row plan, String sheet, String month, String... items) {
        Row row = plan.addTo(plan.layout().sheet(sheet));
        FullRecords.with(row, "targetMonth", month);
        for (String item : items) {
            FullRecords.with(row, item.split(",")[0], item.split(",")[1]);
        }
    }
}
