package kaigo.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.util.ArrayList;
import java.util.List;
import kaigo.TestServer;
import kaigo.intake.FullRecords;
import kaigo.intake.Loads;
import kaigo.intake.M01File;
import kaigo.intake.Q01File;
import kaigo.layout.Row;
import kaigo.shared.InsurerNumber;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** 月次の突合 as staff does it, and the pages that explain files and errors to everybody. */
@Tag("browser")
class ReconciliationJourneyTest {

    @RegisterExtension
    static final Chromium chromium = new Chromium();

    private final InsurerNumber insurer = TestServer.insurerDaily();

    @Test
    void staff_sends_what_the_municipality_holds_and_reads_what_to_send() {
        Loads.send(insurer, new M01File(insurer, "D").add("1", "9000000001", "123456789018", "架空　太郎"));
        Page page = chromium.staff(insurer);
        page.navigate("/reconciliation");
        chromium.inspect(page, "reconciliation-empty");

        Q01File stated = new Q01File(insurer)
                .add("M01", "9000000002", "", "", "0".repeat(64))
                .add("M03", "9000000001", "1", "2026", "0".repeat(64));
        page.navigate("/upload");
        page.locator("#files").setInputFiles(new FilePayload(stated.name(), "text/csv", stated.bytes()));
        Chromium.press(page.locator("main"), "送る");
        assertThat(page.locator("#outcomes .accepted")).hasCount(1);
        page.navigate("/reconciliation");
        chromium.inspect(page, "reconciliation");
        Chromium.press(page.locator("main"), "突合する");

        assertThat(page.locator("#live")).containsText("相違の一覧");
        assertThat(page.locator("#live")).containsText("9000000002");
        chromium.inspect(page, "reconciliation-result");
        page.locator("#live table a").first().click();
        assertThat(page.locator("#live")).containsText("だけを表示しています");
        chromium.inspect(page, "reconciliation-only");
        page.navigate("/reconciliation");
        assertThat(page.locator("main")).containsText("相違あり");
        chromium.inspect(page, "reconciliation-list");
    }

    @Test
    void one_that_waits_one_that_agrees_and_one_of_nothing_but_errors_say_so() {
        FullRecords records = new FullRecords(insurer);
        records.person();
        List<Row> held = new ArrayList<>();
        records.send("M03", row -> {
            held.add(row);
            return row;
        });
        Page page = chromium.staff(insurer);
        send(new Q01File(insurer).add(held.getFirst()).add("M03", "", "", "", "0".repeat(64)));
        Loads.withoutComparing(() -> {
            page.navigate("/reconciliation");
            assertThat(page.locator(".card")).containsText("エラー 1 件");
            chromium.inspect(page, "reconciliation-refused");
            Chromium.press(page.locator("main"), "突合する");
            assertThat(page.locator("#live")).containsText("突合中");
            chromium.inspect(page, "reconciliation-comparing");
        });
        assertThat(page.locator("#live")).containsText("エラーのほかは一致");
        assertThat(page.locator("#live")).containsText("突合情報のうち 1 件はエラーのため");
        chromium.inspect(page, "reconciliation-agrees");

        send(new Q01File(insurer).createdAt("20261120120001").add("M03", "", "", "", "0".repeat(64)));
        page.navigate("/reconciliation");
        Chromium.press(page.locator("main"), "突合する");
        assertThat(page.locator("#live")).containsText("突合できるレコードがありませんでした");
        chromium.inspect(page, "reconciliation-nothing");
    }

    private void send(Q01File stated) {
        Loads.awaitFinal(Loads.accepted(Loads.offer(insurer, stated.bytes(), stated.name())));
    }

    @Test
    void somebody_without_an_account_reads_what_a_file_holds_and_what_an_error_means() {
        Page page = chromium.open(true);
        page.navigate("/interfaces");
        chromium.inspect(page, "interfaces");
        page.locator("table a").first().click();
        assertThat(page.locator("h1")).containsText("K01");
        page.navigate("/interfaces/M11-2.02");
        chromium.inspect(page, "interface-m11");
        page.locator("section[aria-labelledby=errors] a").first().click();
        assertThat(page.locator("h1")).containsText("エラーID一覧");
        chromium.inspect(page, "errors");
    }
}
