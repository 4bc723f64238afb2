package kaigo.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import kaigo.Await;
import kaigo.TestServer;
import kaigo.audit.AuditLog;
import kaigo.audit.AuditVerifier;
import kaigo.audit.AuditVerifier.Fault;
import kaigo.intake.Loads;
import kaigo.operations.ChainVerification.Found;
import kaigo.operations.ChainVerification.State;
import kaigo.shared.OperatorViewer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A verification that is asked for runs in the background, one at a time, is ended whatever happens, and is kept. */
class ChainVerificationTest {

    /** When the server's own workers are long gone: what is leased until then, only this test takes. */
    private static final Instant LATER = Instant.parse("2100-01-01T00:00:00Z");

    /** Of which a head is exported, and nothing stands in the database. */
    private static final short STREAM = 77;

    @TempDir
    Path folder;

    private final ChainVerifications front = TestServer.bean(ChainVerifications.class);
    private final ChainVerificationStore store = TestServer.bean(ChainVerificationStore.class);
    private final OperatorViewer operator =
            new OperatorViewer("unyo", UUID.randomUUID().toString());

    /** What another test asked for is ended and gone. */
    @BeforeEach
    void there_is_none() throws SQLException {
        nothing_is_under_way();
        Verified.none();
    }

    private void nothing_is_under_way() {
        Await.until(() -> front.list(1).stream().noneMatch(ChainVerification::isUnderWay), Duration.ofSeconds(60));
    }

    @AfterEach
    void tidy() throws SQLException {
        Verified.none();
    }

    @Test
    void the_running_server_verifies_its_own_stream_and_both_are_on_record() {
        front.ask(operator);
        nothing_is_under_way();
        ChainVerification done = front.list(1).getFirst();
        assertThat(done.state()).isEqualTo(State.DONE);
        assertThat(done.askedBy()).isEqualTo("unyo");
        Found server = done.found().stream()
                .filter(one -> one.stream() == AuditLog.SERVER)
                .findFirst()
                .orElseThrow();
        assertThat(server.fault()).isNull();
        assertThat(server.entries()).isPositive();
        assertThat(server.heads()).isPositive();
        assertThat(entries("request_id = '" + operator.requestId() + "' and event = 'OPERATOR_ACTED'"
                        + " and actor = 'operator:unyo' and detail like '%AUDIT_VERIFICATION_ASKED%'"))
                .isOne();
        assertThat(entries(
                        "request_id = '" + done.id() + "' and event = 'JOB_RAN' and actor = 'job:audit-verification'"))
                .isOne();
    }

    @Test
    void what_is_missing_is_found_and_told_with_its_place() {
        UUID id = underWay(0);
        ChainVerificationWork work = work(cutOff());
        while (work.getAsBoolean()) {
            assertThat(store.list(1).getFirst().id()).isEqualTo(id);
        }
        ChainVerification done = store.list(1).getFirst();
        assertThat(done.state()).isEqualTo(State.DONE);
        assertThat(done.isTampered()).isTrue();
        assertThat(done.found())
                .filteredOn(one -> one.stream() == STREAM)
                .singleElement()
                .satisfies(found -> {
                    assertThat(found.fault()).isNotNull();
                    assertThat(found.fault().kind()).isEqualTo(Fault.Kind.CUT_OFF);
                    assertThat(found.fault().number()).isOne();
                    assertThat(found.fault().text()).contains("numbers 1 to 5 are missing");
                });
        assertThat(store.isLastTampered()).isTrue();
    }

    @Test
    void while_one_is_under_way_no_other_begins() {
        UUID id = underWay(0);
        assertThat(store.ask(UUID.randomUUID(), "unyo", LATER)).isFalse();
        front.ask(operator);
        assertThat(front.list(5)).extracting(ChainVerification::id).containsExactly(id);
    }

    @Test
    void one_whose_server_is_gone_is_begun_anew_and_given_up_after_the_third_time() {
        UUID id = underWay(1);
        var second = store.claim(LATER).orElseThrow();
        assertThat(second.id()).isEqualTo(id);
        assertThat(second.attempt()).isEqualTo(2);
        assertThat(store.claim(LATER)).as("it is leased").isEmpty();
        var third = store.claim(LATER.plusSeconds(31)).orElseThrow();
        assertThat(store.goOn(second, 5, 10, LATER)).as("who was slow notices").isFalse();
        store.finish(second, List.of(), LATER);
        assertThat(store.list(1).getFirst().state()).isEqualTo(State.RUNNING);
        assertThat(store.goOn(third, 5, 10, LATER.plusSeconds(31))).isTrue();
        assertThat(store.list(1).getFirst().verified()).isEqualTo(5);
        assertThat(store.claim(LATER.plusSeconds(62))).isEmpty();
        assertThat(store.list(1).getFirst().state()).isEqualTo(State.GIVEN_UP);
        assertThat(store.isLastTampered()).isFalse();
    }

    @Test
    void what_cannot_be_read_fails_aloud_and_is_tried_again() {
        UUID id = underWay(0);
        AuditVerifier unreadable = new AuditVerifier(TestServer.bean(DataSource.class), folder, (bytes, by) -> true);
        ChainVerificationWork work = work(unreadable);
        org.assertj.core.api.Assertions.assertThatThrownBy(work::getAsBoolean)
                .isInstanceOf(IllegalStateException.class);
        assertThat(store.claim(LATER.plusSeconds(31)).orElseThrow().id()).isEqualTo(id);
    }

    private static UUID underWay(int attempts) {
        return Verified.running(attempts, 0, 0);
    }

    private ChainVerificationWork work(AuditVerifier verifier) {
        return new ChainVerificationWork(
                store,
                verifier,
                TestServer.bean(AuditLog.class),
                new TransactionTemplate(TestServer.bean(PlatformTransactionManager.class)),
                InstantSource.fixed(LATER));
    }

    /** A head names what is not there. */
    private AuditVerifier cutOff() {
        Path heads = folder.resolve("heads");
        String head = "{\"stream\":%d,\"number\":5,\"hash\":\"%s\",\"at\":\"\",\"keyId\":\"k\",\"signature\":\"00\"}\n"
                .formatted(STREAM, "00".repeat(32));
        try {
            Files.writeString(heads, head);
        } catch (java.io.IOException e) {
            throw new UncheckedIOException(e);
        }
        return new AuditVerifier(TestServer.bean(DataSource.class), heads, (bytes, by) -> true);
    }

    private static int entries(String where) {
        return Loads.database()
                .sql("select count(*) from audit.entry where " + where)
                .query(Integer.class)
                .single();
    }
}
