package kaigo.opinion;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import kaigo.Kills;
import kaigo.SampleOffice;
import kaigo.TestServer;
import kaigo.api.Systems;
import kaigo.identity.OfficeBrowser;
import kaigo.intake.Loads;
import kaigo.shared.InsurerNumber;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The connection is killed after each statement of the sending of an opinion (P02), and of what the municipality does with it:
 * what was begun is not there, and whoever tries again has it once, under one number.
 */
class LetterKillTest {

    private final InsurerNumber insurer = TestServer.insurerStarted();
    private final SampleOffice clinic = SampleOffice.clinic(insurer);
    private final OfficeBrowser doctor = OfficeBrowser.of(clinic);
    private final Systems municipality = Systems.of(insurer);
    private final String letter = LetterForm.begin(doctor, insurer);

    @BeforeEach
    void confirmed() {
        LetterForm.fillIn(doctor, letter);
        press("CONFIRM");
    }

    @ParameterizedTest
    @ValueSource(strings = {"outbox.last_number", "outbox.item", "opinion.letter_version"})
    void a_letter_that_was_killed_is_sent_once_when_it_is_sent_again(String table) throws IOException {
        try (Kills kills = Kills.after(table, insurer)) {
            assertThat(press("SEND")).isEqualTo(503);
        }
        assertThat(held()).as("nothing of it").isEqualTo("0 0");
        assertIsSentOnce();
    }

    @Test
    void a_letter_that_was_killed_at_its_commit_is_sent_once_when_it_is_sent_again() throws IOException {
        try (Kills kills = Kills.atCommit("opinion.letter_version", insurer)) {
            assertThat(press("SEND")).isEqualTo(503);
        }
        assertThat(held()).as("nothing of it").isEqualTo("0 0");
        assertIsSentOnce();
    }

    private void assertIsSentOnce() throws IOException {
        assertThat(press("SEND")).isEqualTo(200);
        assertThat(held()).isEqualTo("1 1");
        String record = item(1);
        assertThat(record).contains("\"letterVersion\":1,");
        assertThat(item(1)).as("the same bytes again").isEqualTo(record);
    }

    @Test
    void a_letter_whose_answer_did_not_arrive_is_not_sent_again_after_signing_in_anew() {
        press("SEND");
        LetterForm.press(OfficeBrowser.of(clinic), letter, "SEND");
        assertThat(held()).isEqualTo("1 1");
    }

    @Test
    void a_new_version_that_was_killed_is_begun_once_when_it_is_begun_again() {
        press("SEND");
        try (Kills kills = Kills.after("opinion.letter_version", insurer)) {
            assertThat(press("AGAIN")).isEqualTo(503);
        }
        assertThat(versions()).isOne();
        assertThat(press("AGAIN")).isEqualTo(200);
        press("AGAIN");
        assertThat(versions()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"outbox.last_number", "outbox.item", "opinion.letter_version"})
    void a_new_version_that_was_killed_is_sent_once_beside_the_first(String table) throws IOException {
        press("SEND");
        String first = item(1);
        press("AGAIN");
        press("CONFIRM");
        try (Kills kills = Kills.after(table, insurer)) {
            assertThat(press("SEND")).isEqualTo(503);
        }
        assertThat(held()).as("the first alone").isEqualTo("1 1");
        assertThat(press("SEND")).isEqualTo(200);
        assertThat(held()).isEqualTo("2 2");
        assertThat(item(2)).contains("\"letterVersion\":2,");
        assertThat(item(1)).isEqualTo(first);
    }

    /** The fetch that was killed counts as none, and loses nothing. */
    @Test
    void a_fetch_that_was_killed_is_made_again_with_the_same_bytes() throws IOException {
        press("SEND");
        try (Kills kills = Kills.after("outbox.item", insurer)) {
            assertThat(municipality.get(path(1)).statusCode()).isEqualTo(503);
        }
        String record = item(1);
        assertThat(item(1)).isEqualTo(record);
    }

    @Test
    void an_answer_that_was_killed_is_given_once_when_it_is_given_again() throws IOException {
        press("SEND");
        item(1);
        try (Kills kills = Kills.after("outbox.answer", insurer)) {
            assertThat(accept()).isEqualTo(503);
        }
        assertThat(doctor.get(letter).body()).doesNotContain("保険者が受理");
        assertThat(accept()).isEqualTo(200);
        assertThat(accept()).isEqualTo(200);
        assertThat(count("outbox.answer where insurer_number = ?")).isOne();
        assertThat(doctor.get(letter).body()).contains("保険者が受理");
    }

    private int press(String act) {
        return LetterForm.press(doctor, letter, act).statusCode();
    }

    private int accept() throws IOException {
        return municipality
                .send("POST", path(1) + "/ack", "application/json", "{\"answer\":\"ACCEPTED\"}")
                .statusCode();
    }

    private String item(int number) throws IOException {
        String item = municipality.get(path(number)).body();
        return item.substring(item.indexOf("\"record\""));
    }

    private String path(int number) {
        return "/v1/insurers/" + insurer.value() + "/outbox/" + number;
    }

    /** Versions that were sent, and what is in the 送付箱, which holds nothing else. */
    private String held() {
        return count("opinion.letter_version where insurer_number = ? and sent_at is not null") + " "
                + count("outbox.item where insurer_number = ?");
    }

    private int versions() {
        return count("opinion.letter_version where insurer_number = ?");
    }

    private int count(String rows) {
        return Loads.database()
                .sql("select count(*) from " + rows)
                .param(insurer.value())
                .query(Integer.class)
                .single();
    }
}
