package kaigo.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import kaigo.Browser;
import kaigo.TestServer;
import kaigo.shared.InsurerNumber;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** 今日の連携, over real HTTP. */
class DayPagesTest {

    private static final String WRONG = "19341399";

    private final InsurerNumber insurer = TestServer.insurerDaily();
    private final Browser browser = Browser.of(insurer);
    private int minute;

    @Test
    void the_records_of_a_cause_are_one_click_away() {
        Receipt receipt = loadTwoErrors();
        String link = "/files/" + receipt + "?cause=E3005";
        assertThat(browser.get("/day").body()).contains("href=\"" + link + "#records\"", "残り 1 件");

        HttpResponse<String> page = browser.get(link);
        assertThat(page.body()).contains("9000000001", "E3005 のみ").doesNotContain("9000000002");
        assertThat(Entries.subjects(page)).containsExactly("9000000001");
        assertThat(browser.get("/files/" + receipt + "?cause=x").statusCode()).isEqualTo(400);
    }

    @Test
    void a_mended_record_is_marked_on_its_files_page() {
        Receipt receipt = Loads.load(
                insurer,
                file().add("1", "9000000001", "", "架空")
                        .with(9, WRONG)
                        .add("1", "9000000002", "", "架空")
                        .with(9, WRONG));
        Loads.load(insurer, file().add("1", "9000000001", Loads.NUMBER, "架空"));
        assertThat(browser.get("/files/" + receipt).body().split(">解消済み<")).hasSize(2);
    }

    @Test
    void what_need_not_be_sent_again_is_taken_out_of_what_is_left() {
        Receipt receipt = loadTwoErrors();
        assertThat(browser.get("/files/" + receipt).body()).doesNotContain("対応済みにする");
        assertThat(browser.get("/files/" + receipt + "?cause=E3005").body())
                .contains("エラー E3005 の残りは 1 件です", "対応済みにする");
        HttpResponse<String> closed = close(receipt.toString(), "E3005");

        assertThat(closed.body()).contains("E3005 のみ", "9000000001", ">解消済み<").doesNotContain("対応済みにする");
        assertThat(Entries.count(closed.previousResponse().orElseThrow())).isOne();
        assertThat(browser.get("/day").body()).contains("残り 1 件");
        assertThat(close(insurer.value() + "-20260101-000001", "E3005").statusCode())
                .isEqualTo(404);
        assertThat(close(receipt.toString(), "x").statusCode()).isEqualTo(400);
    }

    /** E3005 of the first person, E3007 of the second. */
    private Receipt loadTwoErrors() {
        return Loads.load(
                insurer,
                file().add("1", "9000000001", "", "架空")
                        .with(9, WRONG)
                        .add("1", "9000000002", "", "架空")
                        .with(12, "9"));
    }

    private HttpResponse<String> close(String receipt, String cause) {
        return browser.post("/files/" + receipt + "/handled", Map.of("cause", cause, "_csrf", browser.csrf()));
    }

    @Test
    void the_list_of_errors_is_a_table_for_a_spreadsheet() {
        M01File wrong = file().add("1", "9000000001", "", "架空")
                .with(9, WRONG)
                .add("1", "9000000002", "", "架空")
                .with(9, WRONG)
                .with(12, "9")
                .add("1", "9000000003", Loads.NUMBER, "架空");
        Receipt receipt = Loads.load(insurer, wrong);
        Loads.load(insurer, file().add("1", "9000000001", Loads.OTHER_NUMBER, "架空"));

        HttpResponse<String> answer = browser.get("/day.csv?date=20261120");
        assertThat(answer.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"errors_20261120.csv\"");
        List<String> lines = answer.body().lines().toList();
        assertThat(lines.getFirst()).isEqualTo("\uFEFFインタフェース,ファイル,連番,被保険者番号,履歴番号,エラーID,項目,内容,対応,解消済み");
        assertThat(lines)
                .hasSize(4)
                .anySatisfy(line -> assertThat(line)
                        .startsWith("M01," + receipt + ",2,9000000001,,E3005,生年月日,「生年月日」は")
                        .endsWith(",解消済み"))
                .anySatisfy(line -> assertThat(line)
                        .startsWith("M01," + receipt + ",3,9000000002,,E3005,生年月日,")
                        .endsWith(","))
                .anySatisfy(line -> assertThat(line).contains(",3,9000000002,,E3007,性別,"));
        assertThat(answer.body()).doesNotContain("9000000003").doesNotContain("架空");
    }

    @Test
    void the_entry_of_the_list_says_whose_numbers_left() throws Exception {
        Loads.load(
                insurer,
                file().add("1", "9000000001", "", "架空")
                        .with(9, WRONG)
                        .add("1", "no number", "", "架空")
                        .add("1", "9000000003", Loads.NUMBER, "架空"));

        JsonNode entry = new JsonMapper().readTree(Entries.detail(browser.get("/day.csv")));
        byte[] list = "9000000001\n".getBytes(StandardCharsets.UTF_8);
        assertThat(entry.get("purpose").asString()).isEqualTo("READ_DAY");
        assertThat(entry.get("list").asString()).isEqualTo("20261120");
        assertThat(entry.get("persons").asInt()).isEqualTo(1);
        assertThat(entry.get("sha256").asString())
                .isEqualTo(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(list)));
    }

    @Test
    void the_list_waits_for_files_that_are_not_registered() {
        Loads.withoutLoading(() -> {
            Loads.send(insurer, file().add("1", "9000000001", Loads.NUMBER, "架空"));
            HttpResponse<String> early = browser.get("/day.csv");
            assertThat(early.statusCode()).isEqualTo(409);
            assertThat(Entries.detail(early)).doesNotContain("list");
            assertThat(browser.get("/day").body()).contains("届いた", "hx-trigger=\"every 5s\"");
        });
    }

    @Test
    void another_insurers_day_is_empty() {
        Loads.load(insurer, file().add("1", "9000000001", "", "架空").with(9, WRONG));
        Browser other = Browser.of(TestServer.insurerDaily());
        assertThat(other.get("/day").body()).contains("この日に届いたファイルはありません。");
        assertThat(other.get("/day.csv").body().lines()).hasSize(1);
    }

    @Test
    void a_day_that_is_none_or_has_not_come_is_not_found() {
        assertThat(List.of("20261121", "20261131", "x", ""))
                .allSatisfy(date -> assertThat(browser.get("/day?date=" + date).statusCode())
                        .isEqualTo(404));
        assertThat(browser.get("/day?date=20261115").body()).contains("閉庁日", "/day?date=20261116");
    }

    @Test
    void a_municipality_is_told_when_its_daily_files_stay_away() {
        assertThat(browser.get("/day").body()).contains("8 開庁日のあいだ、日次のファイルが届いていません", "まだ一度も");
        assertThat(browser.get("/").body()).contains("8 開庁日のあいだ", "今日のファイルはまだ届いていません");

        Loads.load(insurer, file().add("1", "9000000001", Loads.NUMBER, "架空"));
        assertThat(browser.get("/day").body()).doesNotContain("開庁日のあいだ");
        assertThat(browser.get("/").body()).contains("今日は 1 件のファイルが届きました", "対応が必要なものはありません");
    }

    @Test
    void before_the_daily_link_begins_nothing_is_missing() {
        Browser early = Browser.of(TestServer.insurerLoading());
        assertThat(early.get("/day").body()).contains("日次の連携はまだ始まっていません").doesNotContain("開庁日のあいだ");
        assertThat(early.get("/").body()).contains("日次の連携はまだ始まっていません");
    }

    @Test
    void the_start_page_counts_what_is_to_mend_and_what_waits() {
        Loads.load(insurer, file().add("1", "9000000001", "", "架空").with(9, WRONG));
        new OneRecord(insurer).send("M03");
        assertThat(browser.get("/").body()).contains("直して送るものが 1 件あります", "M01 を待っているものが 1 件あります");
    }

    private M01File file() {
        return new M01File(insurer, "D").createdAt("2026112007%02d00".formatted(minute++));
    }
}
