package kaigo.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import kaigo.Browser;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Whom the audit entry of an answer names. */
class EntryContentTest extends ApiCase {

    private final Browser browser = Browser.of(insurer);

    @Test
    void a_page_names_the_persons_that_it_shows_and_no_other() {
        Receipt loaded = Loads.load(insurer, persons(51));
        String page = "/files/" + loaded + "?only=ALL";

        List<String> first = Entries.subjects(browser.get(page + "&after=0"));
        List<String> second = Entries.subjects(browser.get(page + "&after=51"));

        assertThat(first).hasSize(50).first().isEqualTo("9000000001");
        assertThat(second).containsExactly("9000000051");
    }

    @Test
    void the_entry_of_a_whole_result_file_names_its_list_which_proves_itself() throws Exception {
        Receipt loaded = Loads.load(insurer, persons(3).add("1", "no number", "", "架空　太郎"));

        JsonNode entry = JSON.readTree(Entries.detail(browser.get("/files/" + loaded + "/result.csv")));

        MessageDigest sha = MessageDigest.getInstance("SHA-256");
        byte[] list = "9000000001\n9000000002\n9000000003\n".getBytes(StandardCharsets.UTF_8);
        assertThat(entry.get("list").asString()).isEqualTo(loaded.toString());
        assertThat(entry.get("persons").asInt()).isEqualTo(3);
        assertThat(entry.get("sha256").asString()).isEqualTo(HexFormat.of().formatHex(sha.digest(list)));
    }

    @Test
    void a_file_that_is_not_of_this_interface_or_not_ready_leaves_nobodys_number() throws IOException {
        Receipt loaded = Loads.load(insurer, persons(2));
        Loads.database()
                .sql("update intake.file set interface = 'M07' where insurer_number = ?")
                .param(insurer.value())
                .update();
        HttpResponse<String> page = system.get(path() + "/" + loaded + "/results");
        HttpResponse<String> whole = system.get(path() + "/" + loaded + "/results", "Accept", CSV);
        Loads.database()
                .sql("update intake.file set interface = 'M01', status = 20, lease_until = 'infinity'"
                        + " where insurer_number = ?")
                .param(insurer.value())
                .update();
        HttpResponse<String> early = browser.get("/files/" + loaded + "/result.csv");

        assertThat(List.of(page.statusCode(), whole.statusCode(), early.statusCode()))
                .containsExactly(404, 404, 409);
        assertThat(Entries.subjects(page)).isEmpty();
        assertThat(Entries.detail(whole)).doesNotContain("list");
        assertThat(Entries.detail(early)).doesNotContain("list");
        assertThat(Entries.count(early)).isOne();
    }

    @Test
    void a_refused_file_is_on_record_and_uses_no_receipt_number() {
        M01File file = persons(1);
        Receipt first = Loads.accepted(Loads.offer(insurer, file.bytes(), null));
        HttpResponse<String> refused = Uploads.put(browser, file.name(1), file.bytes());
        Receipt second = Loads.accepted(Loads.offer(insurer, persons(2).bytes(), null));

        assertThat(refused.body()).contains("E1008");
        assertThat(Entries.count(refused)).isOne();
        assertThat(second.number()).isEqualTo(first.number() + 1);
    }

    private M01File persons(int count) {
        M01File file = new M01File(insurer, "I");
        for (int i = 1; i <= count; i++) {
            file.add("1", "%010d".formatted(9_000_000_000L + i), "", "架空　太郎");
        }
        return file;
    }
}
