package kaigo.intake;

import static kaigo.intake.Loads.awaitFinal;
import static kaigo.intake.Loads.database;
import static kaigo.intake.Loads.results;
import static kaigo.intake.Loads.send;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import javax.sql.DataSource;
import kaigo.Await;
import kaigo.TestServer;
import kaigo.shared.InsurerNumber;
import org.junit.jupiter.api.Test;

class LeaseHolderTest {

    /** Of no living session. */
    private static final int NOBODY = 4711;

    private final LeaseHolder server = TestServer.bean(LeaseHolder.class);

    @Test
    void a_holder_is_there_until_its_session_ends_and_then_takes_a_new_number() {
        DataSource sessions = TestServer.bean("leaseSessions", DataSource.class);
        try (LeaseHolder holder = new LeaseHolder(sessions, database())) {
            int number = holder.number();
            assertThat(holder.number()).isEqualTo(number);
            assertThat(server.isGone(number)).isFalse();

            endSession(number);

            Await.until(() -> server.isGone(number), Duration.ofSeconds(10));
            assertThat(holder.number()).isNotEqualTo(number);
        }
    }

    @Test
    void a_lease_whose_holder_is_gone_is_taken_over_at_once() {
        InsurerNumber insurer = TestServer.insurerDaily();
        Receipt[] sent = new Receipt[1];
        Loads.withoutLoading(() -> {
            sent[0] = send(insurer, new M01File(insurer, "D").add("1", "9000000001", "", "甲"));
            database()
                    .sql("update intake.file set status = 20, lease_until = 'infinity', lease_by = ?"
                            + " where insurer_number = ?")
                    .params(NOBODY, insurer.value())
                    .update();
        });
        awaitFinal(sent[0]);
        assertThat(results(sent[0])).hasSize(1);
    }

    private void endSession(int number) {
        database()
                .sql("select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and objid::bigint = ?")
                .param(Integer.toUnsignedLong(number))
                .query(Boolean.class)
                .single();
    }
}
