package kaigo.intake.past;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import kaigo.Browser;
import kaigo.Handles;
import kaigo.TestServer;
import kaigo.intake.FullRecords;
import kaigo.intake.Loads;
import kaigo.intake.M01File;
import kaigo.shared.InsurerNumber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 登録内容の照会, over real HTTP. */
class RecordPagesTest {

    private static final String PERSON = FullRecords.PERSON;

    private final InsurerNumber insurer = TestServer.insurerDaily();
    private final Browser browser = Browser.of(insurer);

    @Test
    void the_present_and_an_earlier_content_are_shown_in_the_words_of_the_item_table() {
        load("架空　太郎", 1);
        Instant first = TestServer.bean(InstantSource.class).instant();
        load("架空　次郎", 2);
        String now = browser.get("/records/" + Handles.of(insurer, PERSON)).body();
        String then = browser.get("/records/" + Handles.of(insurer, PERSON) + "?at=" + first)
                .body();
        assertThat(now).contains("現在の内容です", "架空　次郎", "介護被保険者番号等情報").doesNotContain("架空　太郎");
        assertThat(then)
                .contains("の時点に表示していた内容です", "架空　太郎", "昭和9年6月11日（1934/06/11）")
                .doesNotContain("架空　次郎");
        assertThat(then.split("\\?at=")).as("two changes to go to").hasSize(3);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "０００００００００１,-,-,0000000001,''",
                "0000000001,令和8年11月19日,-,0000000001,?at=2026-11-19T14:59:59.999999Z",
                "0000000001,R8.11.20,9:05,0000000001,?at=2026-11-20T00:05:59.999999Z",
                "h000000001,20261119,23：59,H000000001,?at=2026-11-19T14:59:59.999999Z"
            })
    void what_is_typed_leads_to_one_address(String number, String on, String time, String person, String at) {
        HttpResponse<String> page = ask(number, on, time);
        assertThat(page.uri().toString()).endsWith("/records/" + Handles.of(insurer, person) + at);
        assertThat(page.statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "123,-,-,数字10桁（または",
                "0000000001,2月30日,-,日付として読めません",
                "0000000001,-,9:05,日付として読めません",
                "0000000001,令和9年1月1日,-,今日より後の日付",
                "0000000001,20261119,25:00,時刻として読めません"
            })
    void what_cannot_be_read_is_said_and_nothing_typed_is_lost(String number, String on, String time, String why) {
        HttpResponse<String> page = ask(number, on, time);
        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body()).contains(why, "value=\"" + number + "\"");
    }

    @Test
    void who_was_never_there_and_whose_number_is_none_get_an_answer() {
        assertThat(browser.get("/records/" + Handles.of(insurer, "0000000009")).body())
                .contains("これまでにありません");
        assertThat(browser.get("/records/x").statusCode()).isEqualTo(404);
        assertThat(browser.get("/records/" + Handles.of(insurer, "0000000009") + "?at=yesterday")
                        .statusCode())
                .isEqualTo(400);
        assertThat(browser.get("/records/" + Handles.of(insurer, "0000000009") + "?at=+1000000000-12-31T00:00:00Z")
                        .statusCode())
                .isLessThan(500);
        assertThat(browser.get("/records/" + Handles.of(insurer, "0000000009") + "?at=-1000000000-01-01T00:00:00Z")
                        .statusCode())
                .isLessThan(500);
    }

    private HttpResponse<String> ask(String number, String on, String time) {
        return browser.post(
                "/records",
                Map.of(
                        "number",
                        number,
                        "on",
                        on == null ? "" : on,
                        "time",
                        time == null ? "" : time,
                        "_csrf",
                        browser.csrf()));
    }

    private void load(String name, int minute) {
        Loads.load(
                insurer,
                new M01File(insurer, "D")
                        .createdAt("202611200%d0000".formatted(minute))
                        .add(minute == 1 ? "1" : "2", PERSON, "123456789018", name));
    }
}
