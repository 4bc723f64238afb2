package kaigo.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import kaigo.Handles;
import kaigo.TestDatabase;
import kaigo.TestServer;
import kaigo.attack.RawHttp.Answer;
import kaigo.intake.FullRecords;
import kaigo.intake.Loads;
import kaigo.screens.Part;
import kaigo.shared.InsuredNumber;
import org.junit.jupiter.api.Test;

/** A look whose entry cannot be written shows nothing (settled 16). */
class EntryRequiredTest {

    private static final String NAME = "架空　太郎";

    private final Attackers attackers = new Attackers();

    @Test
    void without_its_entry_no_look_shows_anything_and_with_it_there_is_one() throws SQLException {
        new FullRecords(attackers.insurer).person();
        attackers.office.verified(
                attackers.insurer, InsuredNumber.of(FullRecords.PERSON), TestServer.TODAY.plusDays(30));
        attackers.session(Part.STAFF);
        attackers.token();
        assertThat(summary().body()).as("the control").contains(NAME);

        asSuperuser("revoke insert on audit.entry from kiban_app");
        try {
            for (Answer answer : new Answer[] {summary(), record()}) {
                assertThat(answer.status()).isEqualTo(503);
                assertThat(answer.body()).doesNotContain(NAME).doesNotContain("SQL");
                assertThat(entries(answer)).isZero();
            }
        } finally {
            asSuperuser("grant insert on audit.entry to kiban_app");
        }
        for (Answer answer : new Answer[] {summary(), record()}) {
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body()).contains(NAME);
            assertThat(entries(answer)).isOne();
        }
    }

    private Answer summary() {
        return RawHttp.tls(attackers.office.certificate)
                .get(
                        "/api/v1/users/" + Handles.of(attackers.insurer, FullRecords.PERSON) + "/summary",
                        "Authorization",
                        "Bearer " + attackers.token());
    }

    private Answer record() {
        return attackers.session(Part.STAFF).get("/records/" + Handles.of(attackers.insurer, FullRecords.PERSON));
    }

    private static int entries(Answer answer) {
        return Loads.database()
                .sql("select count(*) from audit.entry where request_id = ?")
                .param(answer.header("X-Request-Id").orElseThrow())
                .query(Integer.class)
                .single();
    }

    private static void asSuperuser(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        TestDatabase.server().jdbcUrl(), "kiban_super", TestDatabase.PASSWORDS.superuser());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
