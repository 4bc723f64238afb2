package kaigo.committee;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import kaigo.Browser;
import kaigo.SampleUsers;
import kaigo.TestDatabase;
import kaigo.TestServer;
import kaigo.intake.Loads;
import kaigo.shared.InsurerNumber;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The connection is killed after each statement of a publication: nothing of it is there, and whoever tries again has it once. */
class PublishingKillTest {

    private static final String TABLES = "meeting version version_case invitation notice";

    private final InsurerNumber insurer = TestServer.insurerDaily();
    private final Browser city = Browser.of(insurer);

    @AfterEach
    void no_table_kills_any_more() throws SQLException {
        asOwner("drop schema if exists killing cascade");
    }

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
    void a_set_that_was_killed_is_published_once_when_it_is_sent_again(String table) throws SQLException {
        SampleUsers.member(insurer, "one");
        SampleMaterial sample =
                SampleMaterial.of(insurer, city).uploaded().with("chair", "one").with("members", "one");
        asOwner("""
                create schema killing;
                create function killing.now() returns trigger language plpgsql as
                    $$ begin perform pg_terminate_backend(pg_backend_pid()); return new; end $$;
                create trigger killing after insert on %s for each row
                    when (new.insurer_number = '%s') execute function killing.now()""".formatted(table, insurer.value()));

        assertThat(sample.publishAgain().statusCode()).isEqualTo(503);
        assertThat(held()).as("nothing of it").isEqualTo("0 0 0 0 0");

        asOwner("drop trigger killing on %s; drop schema killing cascade".formatted(table));
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

    private static void asOwner(String sql) throws SQLException {
        try (Connection owner = TestDatabase.asOwner();
                Statement statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }
}
