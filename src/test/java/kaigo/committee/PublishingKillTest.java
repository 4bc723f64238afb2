package kaigo.committee;

import static org.assertj.core.api.Assertions.assertThat;

import kaigo.Browser;
import kaigo.Kills;
import kaigo.SampleUsers;
import kaigo.TestServer;
import kaigo.intake.Loads;
import kaigo.shared.InsurerNumber;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The connection is killed after each statement of a publication: nothing of it is there, and whoever tries again has it once. */
class PublishingKillTest {

    private static final String TABLES = "meeting version version_case invitation notice";

    private final InsurerNumber insurer = TestServer.insurerDaily();
    private final Browser city = Browser.of(insurer);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "documents.to_draw",
                "committee.meeting",
                "committee.version",
                "committee.version_case",
                "committee.invitation",
                "committee.notice"
            })
    void a_set_that_was_killed_is_published_once_when_it_is_sent_again(String table) {
        SampleUsers.member(insurer, "one");
        SampleMaterial sample =
                SampleMaterial.of(insurer, city).uploaded().with("chair", "one").with("members", "one");
        try (Kills kills = Kills.after(table, insurer)) {
            assertThat(sample.publishAgain().statusCode()).isEqualTo(503);
        }
        assertThat(held()).as("nothing of it").isEqualTo("0 0 0 0 0");
        assertThat(sample.publishAgain().statusCode()).isEqualTo(200);
        assertThat(held()).isEqualTo("1 1 2 1 1");
    }

    private String held() {
        StringBuilder held = new StringBuilder();
        for (String table : TABLES.split(" ")) {
            held.append(held.isEmpty() ? "" : " ")
                    .append(Loads.database()
                            .sql("select count(*) from committee." + table + " where insurer_number = ?")
                            .param(insurer.value())
                            .query(Integer.class)
                            .single());
        }
        return held.toString();
    }
}
