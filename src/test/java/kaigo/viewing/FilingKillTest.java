package kaigo.viewing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Map;
import kaigo.Kills;
import kaigo.api.Systems;
import kaigo.identity.OfficeBrowser;
import kaigo.intake.Loads;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The connection is killed after each statement of a filing, and of an answer to it: what was begun is not there, and whoever
 * tries again has it once, under one number.
 */
class FilingKillTest {

    private static final String PATH = "/filing/care-plan";

    private final Desk desk = Desk.known();
    private final Systems municipality = Systems.of(desk.insurer());
    private final Map<String, String> form =
            Map.of("form", "one", "filingOffice", desk.office().id.number(), "filedOn", "20261120");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "filing.last_number",
                "outbox.last_number",
                "outbox.item",
                "filing.submission",
                "insured.listed_change"
            })
    void a_filing_that_was_killed_is_filed_once_when_it_is_sent_again(String table) throws IOException {
        try (Kills kills = Kills.after(table, desk.insurer())) {
            assertThat(file().statusCode()).isEqualTo(503);
        }
        assertThat(held()).as("nothing of it").isEqualTo("0 0");
        assertThat(file().statusCode()).isEqualTo(200);
        assertThat(held()).isEqualTo("1 1");
        String record = item();
        assertThat(record).contains("\"filingNo\":\"1\"");
        assertThat(item()).as("the same bytes again").isEqualTo(record);
    }

    @Test
    void a_filing_whose_answer_did_not_arrive_is_not_filed_again_after_signing_in_anew() {
        file();
        OfficeBrowser.of(desk.office()).post(desk.person() + PATH, form);
        assertThat(held()).isEqualTo("1 1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"outbox.answer", "insured.listed_change"})
    void an_answer_that_was_killed_is_given_once_when_it_is_given_again(String table) throws IOException {
        file();
        item();
        try (Kills kills = Kills.after(table, desk.insurer())) {
            assertThat(accept()).isEqualTo(503);
        }
        assertThat(answers()).isZero();
        assertThat(accept()).isEqualTo(200);
        assertThat(accept()).isEqualTo(200);
        assertThat(answers()).isEqualTo(1);
    }

    /** The fetch that was killed counts as none, and loses nothing. */
    @Test
    void a_fetch_that_was_killed_is_made_again_with_the_same_bytes() throws IOException {
        file();
        try (Kills kills = Kills.after("outbox.item", desk.insurer())) {
            assertThat(municipality.get(path("")).statusCode()).isEqualTo(503);
        }
        assertThat(item()).contains("\"filingNo\":\"1\"");
    }

    private HttpResponse<String> file() {
        return desk.browser().post(desk.person() + PATH, form);
    }

    private int accept() throws IOException {
        return municipality
                .send("POST", path("/ack"), "application/json", "{\"answer\":\"ACCEPTED\"}")
                .statusCode();
    }

    private String item() throws IOException {
        return municipality.get(path("")).body();
    }

    private String path(String more) {
        return "/v1/insurers/" + desk.insurer().value() + "/outbox/1" + more;
    }

    /** Filings, and of them those that are in the 送付箱, which holds nothing else. */
    private String held() {
        return Loads.database()
                .sql("""
                select (select count(*) from filing.submission where insurer_number = :insurer) || ' '
                    || (select count(*) from outbox.item where insurer_number = :insurer)""")
                .param("insurer", desk.insurer().value())
                .query(String.class)
                .single();
    }

    private int answers() {
        return Loads.database()
                .sql("select count(*) from outbox.answer where insurer_number = ?")
                .param(desk.insurer().value())
                .query(Integer.class)
                .single();
    }
}
