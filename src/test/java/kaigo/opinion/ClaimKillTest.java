package kaigo.opinion;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import kaigo.Kills;
import kaigo.SampleOffice;
import kaigo.TestServer;
import kaigo.api.Systems;
import kaigo.identity.OfficeBrowser;
import kaigo.intake.Loads;
import kaigo.shared.InsurerNumber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The connection is killed after each statement of a claim (P03), of its correction, of its cancellation, and of what the
 * municipality does with it: what was begun is not there, and whoever tries again has it once, under one number.
 */
class ClaimKillTest {

    private final InsurerNumber insurer = TestServer.insurerStarted();
    private final OfficeBrowser doctor = OfficeBrowser.of(SampleOffice.clinic(insurer));
    private final Systems municipality = Systems.of(insurer);
    private final String claim = ClaimForm.sentLetter(doctor, insurer) + "/claim";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "opinion.last_claim",
                "opinion.claim",
                "outbox.last_number",
                "outbox.item",
                "opinion.claim_version"
            })
    void a_claim_that_was_killed_is_sent_once_when_it_is_sent_again(String table) throws IOException {
        Map<String, String> form = filledIn();
        try (Kills kills = Kills.after(table, insurer)) {
            assertThat(send(form)).isEqualTo(503);
        }
        assertThat(held()).as("nothing of it").isEqualTo("0 0 0");
        assertIsSentOnce(form);
    }

    @Test
    void a_claim_that_was_killed_at_its_commit_is_sent_once_when_it_is_sent_again() throws IOException {
        Map<String, String> form = filledIn();
        try (Kills kills = Kills.atCommit("opinion.claim_version", insurer)) {
            assertThat(send(form)).isEqualTo(503);
        }
        assertThat(held()).as("nothing of it").isEqualTo("0 0 0");
        assertIsSentOnce(form);
    }

    private void assertIsSentOnce(Map<String, String> form) throws IOException {
        assertThat(send(form)).isEqualTo(200);
        assertThat(send(form)).as("its answer did not arrive").isEqualTo(200);
        assertThat(held()).isEqualTo("1 1 1");
        String record = item(2);
        assertThat(record).contains("\"claimNo\":\"1\"", "\"claimVersion\":\"1\"");
        assertThat(item(2)).as("the same bytes again").isEqualTo(record);
    }

    @ParameterizedTest
    @ValueSource(strings = {"outbox.last_number", "outbox.item", "opinion.claim_version"})
    void a_correction_that_was_killed_is_sent_once_and_the_claim_stays_as_it_was(String table) throws IOException {
        send(filledIn());
        String first = item(2);
        answer("{\"answer\":\"RETURNED\",\"reason\":\"INCOMPLETE\",\"text\":\"施設の方です\"}");
        Map<String, String> form = filledIn();
        form.put("opinionFee", "4000");
        try (Kills kills = Kills.after(table, insurer)) {
            assertThat(send(form)).isEqualTo(503);
        }
        assertThat(held()).as("the claim alone").isEqualTo("1 1 1");
        assertThat(send(form)).isEqualTo(200);
        assertThat(send(form)).as("its answer did not arrive").isEqualTo(200);
        assertThat(held()).isEqualTo("1 2 2");
        assertThat(item(3)).contains("\"claimNo\":\"1\"", "\"claimVersion\":\"2\"", "\"updateType\":\"2\"");
        assertThat(item(2)).isEqualTo(first);
    }

    @ParameterizedTest
    @ValueSource(strings = {"outbox.last_number", "outbox.item", "opinion.claim_version"})
    void a_cancellation_that_was_killed_is_sent_once_when_it_is_sent_again(String table) throws IOException {
        send(filledIn());
        Map<String, String> form = Map.of("form", "cancelled from this page", "seen", "1");
        try (Kills kills = Kills.after(table, insurer)) {
            assertThat(doctor.post(claim + "/cancel", form).statusCode()).isEqualTo(503);
        }
        assertThat(held()).as("the claim alone").isEqualTo("1 1 1");
        for (int i = 0; i < 2; i++) {
            assertThat(doctor.post(claim + "/cancel", form).statusCode()).isEqualTo(200);
        }
        assertThat(held()).isEqualTo("1 2 2");
        assertThat(item(3)).contains("\"claimNo\":\"1\"", "\"claimVersion\":\"2\"", "\"updateType\":\"3\"");
    }

    /** The fetch that was killed counts as none, and loses nothing. */
    @Test
    void a_fetch_that_was_killed_is_made_again_with_the_same_bytes() throws IOException {
        send(filledIn());
        try (Kills kills = Kills.after("outbox.item", insurer)) {
            assertThat(municipality.get(path(2)).statusCode()).isEqualTo(503);
        }
        String record = item(2);
        assertThat(item(2)).isEqualTo(record);
    }

    @Test
    void an_answer_that_was_killed_is_given_once_when_it_is_given_again() throws IOException {
        send(filledIn());
        item(2);
        try (Kills kills = Kills.after("outbox.answer", insurer)) {
            assertThat(answer("{\"answer\":\"ACCEPTED\"}")).isEqualTo(503);
        }
        assertThat(doctor.get(claim).body()).doesNotContain("保険者が受理");
        assertThat(answer("{\"answer\":\"ACCEPTED\"}")).isEqualTo(200);
        assertThat(answer("{\"answer\":\"ACCEPTED\"}")).isEqualTo(200);
        assertThat(count("outbox.answer where insurer_number = ?")).isOne();
        assertThat(doctor.get(claim).body()).contains("保険者が受理");
    }

    private Map<String, String> filledIn() {
        return ClaimForm.with(ClaimForm.typed(doctor.get(claim).body(), Map.of()), "send");
    }

    private int send(Map<String, String> form) {
        return doctor.post(claim, form).statusCode();
    }

    private int answer(String body) throws IOException {
        return municipality
                .send("POST", path(2) + "/ack", "application/json", body)
                .statusCode();
    }

    private String item(int number) throws IOException {
        String item = municipality.get(path(number)).body();
        return item.substring(item.indexOf("\"record\""));
    }

    private String path(int number) {
        return "/v1/insurers/" + insurer.value() + "/outbox/" + number;
    }

    /** Claims, their acts, and what the 送付箱 holds beside the letter. */
    private String held() {
        return count("opinion.claim where insurer_number = ?") + " "
                + count("opinion.claim_version where insurer_number = ?") + " "
                + count("outbox.item where insurer_number = ? and interface_id = 'P03'");
    }

    private int count(String rows) {
        return Loads.database()
                .sql("select count(*) from " + rows)
                .param(insurer.value())
                .query(Integer.class)
                .single();
    }
}
