package kaigo.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import kaigo.Browser;
import kaigo.TestServer;
import kaigo.intake.Loads;
import kaigo.layout.FileName;
import kaigo.shared.InsurerNumber;
import org.junit.jupiter.api.Test;

/** 送付箱 on the municipality's screen. */
class OutboxScreensTest {

    private static final String RECORD = """
            {"updateType":"1","insurerNumber":"%s","insuredNumber":"9000000001","historyNo":"1",\
            "sourceUpdatedAt":"20261120090003","consentType":"1","consentOn":"20261119","route":"3",\
            "officeNumber":"4479901003","staffId":"44000001","validFrom":"20261119"}""";

    private final InsurerNumber insurer = TestServer.insurerDaily();
    private final Browser staff = Browser.of(insurer);

    @Test
    void what_waits_is_listed_read_in_words_and_received() {
        assertThat(staff.get("/outbox").body()).contains("送られた情報はありません");
        put(1, "P05");
        assertThat(staff.get("/outbox").body()).contains("未取得　1", "P05 包括同意情報", "9000000001");
        assertThat(staff.get("/outbox/1").body())
                .contains("令和8年11月19日（2026/11/19）", "同意あり", "事業所(介護WEB)", "受領待ち", "受領する")
                .doesNotContain("差し戻す", "受理する");
        assertThat(answer(1, Map.of("given", "RECEIVED")).body())
                .contains("受領を記録しました")
                .doesNotContain("受領する");
        assertThat(staff.get("/outbox?only=WAITING").body()).contains("この状態の情報はありません");
        assertThat(staff.get("/outbox?only=RECEIVED").body()).contains("9000000001");
    }

    @Test
    void an_item_is_put_on_paper_which_is_on_record() {
        put(1, "P05");
        HttpResponse<String> pdf = staff.get("/outbox/1/record.pdf");
        assertThat(pdf.headers().firstValue("Content-Type")).hasValue("application/pdf");
        assertThat(pdf.headers().firstValue("Content-Disposition")).hasValue("attachment; filename=\"P05_1.pdf\"");
        assertThat(pdf.body()).startsWith("%PDF-");
        assertThat(Loads.database()
                        .sql("""
                                select detail::jsonb ->> 'purpose' from audit.entry where insurer_number = ?
                                    and detail::jsonb ->> 'act' = 'PRINTED' and '9000000001' = any(subjects)""")
                        .param(insurer.value())
                        .query(String.class)
                        .list())
                .containsExactly("READ_OUTBOX");
    }

    @Test
    void a_character_that_no_paper_shows_is_named_first() {
        put(1, "P05", RECORD.replace("44000001", "\uE123"));
        assertThat(staff.get("/outbox/1/record.pdf").body()).contains("印刷用の書体にありません", "U+E123");
        assertThat(staff.get("/outbox/1/record.pdf?anyway=true").body()).startsWith("%PDF-");
    }

    @Test
    void all_that_waits_comes_as_one_file_of_its_layout_and_counts_as_fetched() {
        put(1, "P05");
        put(2, "P05");
        HttpResponse<String> file = file("CSV");
        String name = file.headers().firstValue("Content-Disposition").orElseThrow();
        assertThat(FileName.parse(name.substring(name.indexOf('"') + 1, name.length() - 1))
                        .interfaceId())
                .isEqualTo("P05");
        assertThat(file.body().lines()).hasSizeGreaterThanOrEqualTo(3);
        assertThat(file.body()).contains("9000000001", "20261119");
        assertThat(file("CSV").body()).contains("まだ取得していないものはありません");
        assertThat(staff.get("/outbox").body()).contains("未取得　0", "受領待ち　2");
        put(3, "P05");
        assertThat(file("NDJSON").body()).contains("\"consentOn\":\"20261119\"");
        assertThat(staff.get("/outbox/3/record.json").body())
                .as("byte for byte what was put in")
                .isEqualTo(RECORD.formatted(insurer.value()));
    }

    @Test
    void another_insurers_item_is_not_there() {
        put(1, "P05");
        Browser other = Browser.of(TestServer.insurerDaily());
        assertThat(other.get("/outbox/1").statusCode()).isEqualTo(404);
        assertThat(other.get("/outbox/1/record.json").statusCode()).isEqualTo(404);
        assertThat(other.post("/outbox/1/answer", Map.of("given", "RECEIVED", "_csrf", other.csrf()))
                        .statusCode())
                .isEqualTo(404);
    }

    private void put(int number, String interfaceId) {
        put(number, interfaceId, RECORD);
    }

    private void put(int number, String interfaceId, String record) {
        Loads.database()
                .sql("""
                        insert into outbox.item (insurer_number, number, interface_id, insured_number, record, put_at)
                        values (?, ?, ?, '9000000001', ?, timestamptz '2026-11-20 09:00+09')""")
                .params(insurer.value(), number, interfaceId, record.formatted(insurer.value()))
                .update();
    }

    private HttpResponse<String> answer(int number, Map<String, String> fields) {
        Map<String, String> form = new HashMap<>(fields);
        form.put("_csrf", staff.csrf());
        return staff.post("/outbox/" + number + "/answer", form);
    }

    private HttpResponse<String> file(String form) {
        return staff.post("/outbox/file", Map.of("interfaceId", "P05", "form", form, "_csrf", staff.csrf()));
    }
}
