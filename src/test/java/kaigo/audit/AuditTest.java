package kaigo.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import kaigo.TestDatabase;
import kaigo.TestServer;
import kaigo.keys.KeyRing;
import kaigo.platform.DatabaseAddress.Role;
import kaigo.platform.Migrations;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;

/** The chain on a real database; each test has a stream of its own. */
class AuditTest {

    private static final AtomicInteger STREAMS = new AtomicInteger(100);

    @TempDir
    Path folder;

    private final short stream = (short) STREAMS.incrementAndGet();
    private KeyRing keys;
    private AuditLog log;

    @BeforeEach
    void open() {
        Migrations.apply(TestServer.database());
        keys = KeyRing.openOrCreate(folder.resolve("keys.json"));
        HeadKeys.in(folder).publish(keys.headKeyId(), keys.headPublicKeyPem());
        log = newLog();
    }

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void what_was_recorded_verifies() throws Exception {
        record(25);
        log.close();

        AuditVerifier.Report report = verify();

        assertThat(report.fault()).isNull();
        assertThat(report.entries()).isEqualTo(25);
        assertThat(report.unanchored()).isZero();
    }

    @Test
    void an_entry_is_durable_when_record_returns_and_the_chain_goes_on_after_a_restart() throws Exception {
        record(3);
        AuditLog other = newLog();
        other.record(entry(4));
        other.close();

        assertThat(verify().entries()).isEqualTo(4);
        assertThat(verify().sound()).isTrue();
    }

    @Test
    void entries_of_many_threads_stand_in_one_unbroken_chain() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 500).forEach(i -> threads.submit(() -> log.record(entry(i))));
        }
        log.close();

        assertThat(verify().entries()).isEqualTo(500);
        assertThat(verify().sound()).isTrue();
    }

    @Test
    void an_entry_does_not_wait_for_looks_that_never_come() throws Exception {
        List<AuditLog.UnderWay> looks =
                IntStream.range(0, 8).mapToObj(i -> log.begin()).toList();
        record(3);
        looks.forEach(AuditLog.UnderWay::close);
        log.close();

        assertThat(verify().entries()).isEqualTo(3);
    }

    @Test
    void a_subject_with_a_blank_is_refused() {
        assertThatThrownBy(() -> entry(1).about("442012", List.of("9000000001 9000000002")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_second_writer_on_the_stream_loses_nothing_silently() throws Exception {
        AuditLog other = newLog();
        record(2);
        other.record(entry(100));
        // The first writer holds an old end: its entry fails loudly, the next one reads the end again.
        assertThatThrownBy(() -> log.record(entry(3))).isInstanceOf(AuditUnavailable.class);
        log.record(entry(4));
        other.close();
        log.close();

        assertThat(verify().entries()).isEqualTo(4);
        assertThat(verify().sound()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit.entry set actor = 'staff:000000/other' where stream = ? and number = 7",
                "update audit.entry set subjects = '{}' where stream = ? and number = 7",
                "update audit.entry set at = at + interval '1 microsecond' where stream = ? and number = 7",
                "update audit.entry set detail = '{}' where stream = ? and number = 7",
                "delete from audit.entry where stream = ? and number = 7",
                "delete from audit.entry where stream = ? and number = 1",
                "delete from audit.entry where stream = ? and number = 12",
                "delete from audit.entry where stream = ?",
                "update audit.entry set number = number + 1000 where stream = ? and number = 12"
            })
    void whoever_rules_the_database_cannot_change_what_a_head_has_sealed(String tampering) throws Exception {
        record(12);
        log.close();

        asSuperuser(tampering);

        assertThat(verify().sound()).isFalse();
    }

    @Test
    void a_chain_that_was_written_anew_is_found_by_its_heads() throws Exception {
        record(5);
        log.close();
        asSuperuser("delete from audit.entry where stream = ?");
        AuditStore store = new AuditStore(source("kiban_app", TestDatabase.PASSWORDS.application()));
        byte[] previous = ChainLink.GENESIS;
        for (int number = 1; number <= 5; number++) {
            ChainLink forged =
                    ChainLink.after(previous, stream, number, Clock.systemUTC().instant(), entry(number + 50));
            store.append(List.of(forged));
            previous = forged.hash();
        }

        assertThat(verify().fault().text()).contains("signed head");
    }

    @Test
    void a_head_that_another_key_signed_is_refused() throws Exception {
        record(2);
        log.close();
        Path heads = folder.resolve(AuditHeads.FILE);
        Files.writeString(heads, Files.readString(heads).replaceFirst("\"number\":2", "\"number\":1"));

        assertThat(verify().fault().text()).contains("signature");
    }

    /** As a kill or a full disk leaves it. */
    @Test
    void a_head_that_was_cut_short_is_written_over() throws Exception {
        record(2);
        log.close();
        Path heads = folder.resolve(AuditHeads.FILE);
        Files.writeString(heads, "{\"stream\":1,\"number\":3,\"hash\":\"f4a", StandardOpenOption.APPEND);
        assertThat(verify().sound()).isTrue();

        log = newLog();
        record(1);
        log.close();

        assertThat(verify().sound()).isTrue();
        assertThat(verify().unanchored()).isZero();
    }

    @Test
    void what_stands_after_the_last_head_is_counted() throws Exception {
        record(2);
        log.close();
        ChainEnd end = new AuditStore(auditor()).end(stream);
        new AuditStore(source("kiban_app", TestDatabase.PASSWORDS.application()))
                .append(List.of(
                        ChainLink.after(end.hash(), stream, 3, Clock.systemUTC().instant(), entry(3))));

        assertThat(verify().unanchored()).isEqualTo(1);
        assertThat(verify().sound()).isTrue();
    }

    @Test
    void without_a_database_the_look_fails() {
        PGSimpleDataSource nowhere = new PGSimpleDataSource();
        nowhere.setUrl("jdbc:postgresql://127.0.0.1:1/none");
        try (AuditLog deaf = new AuditLog(nowhere, stream, Clock.systemUTC(), heads())) {
            assertThatThrownBy(() -> deaf.record(entry(1))).isInstanceOf(AuditUnavailable.class);
        }
    }

    private void record(int count) {
        IntStream.rangeClosed(1, count).forEach(i -> log.record(entry(i)));
    }

    private static AuditEntry entry(int i) {
        return AuditEntry.of("request-" + i, AuditEvent.INSURER_LOOKED, "staff:442012/test", Map.of("purpose", "TEST"))
                .about("442012", List.of("900000000" + i % 10));
    }

    private AuditLog newLog() {
        return new AuditLog(
                source("kiban_app", TestDatabase.PASSWORDS.application()), stream, Clock.systemUTC(), heads());
    }

    private AuditHeads heads() {
        return new AuditHeads(folder.resolve(AuditHeads.FILE), keys.headKeyId(), keys::sign);
    }

    private AuditVerifier.Report verify() throws SQLException, IOException {
        return new AuditVerifier(auditor(), folder.resolve(AuditHeads.FILE), HeadKeys.in(folder)::isGenuine)
                .verify(stream);
    }

    private static PGSimpleDataSource auditor() {
        return source("kiban_auditor", TestDatabase.PASSWORDS.auditor());
    }

    private static PGSimpleDataSource source(String user, String password) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(TestDatabase.server().jdbcUrl());
        source.setUser(user);
        source.setPassword(password);
        return source;
    }

    private void asSuperuser(String sql) throws SQLException {
        Role superuser = new Role("kiban_super", TestDatabase.PASSWORDS.superuser());
        try (Connection connection =
                        source(superuser.name(), superuser.password()).getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setShort(1, stream);
            assertThat(statement.executeUpdate()).isPositive();
        }
    }
}
