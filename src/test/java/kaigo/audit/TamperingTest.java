package kaigo.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import kaigo.TestDatabase;
import kaigo.TestServer;
import kaigo.audit.Tampering.Done;
import kaigo.audit.Tampering.How;
import kaigo.keys.KeyRing;
import kaigo.platform.Migrations;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * A superuser of the database against a chain with exported heads: the real verifier reads on the superuser's own
 * connection what it has done and not committed.
 */
class TamperingTest {

    private static final short STREAM = 90;
    private static final int ENTRIES = 60;
    private static final List<Integer> HEADS = List.of(12, 36, 50);
    private static final int LAST_HEAD = HEADS.getLast();

    @TempDir
    Path folder;

    private final List<ChainLink> chain = new ArrayList<>();
    private Connection superuser;
    private SingleConnectionDataSource seen;
    private KeyRing keys;

    @BeforeEach
    void a_chain_with_heads_and_some_entries_behind_the_last() throws SQLException {
        Migrations.apply(TestServer.database());
        keys = KeyRing.openOrCreate(folder.resolve("keys.json"));
        HeadKeys.in(folder).publish(keys.headKeyId(), keys.headPublicKeyPem());
        superuser = DriverManager.getConnection(
                TestDatabase.server().jdbcUrl(), "kiban_super", TestDatabase.PASSWORDS.superuser());
        seen = new SingleConnectionDataSource(superuser, true);
        AuditHeads heads = new AuditHeads(folder.resolve(AuditHeads.FILE), keys.headKeyId(), keys::sign);
        Instant now = Clock.systemUTC().instant();
        ChainEnd end = new ChainEnd(0, ChainLink.GENESIS);
        for (int number = 1; number <= ENTRIES; number++) {
            ChainLink link = ChainLink.after(end.hash(), STREAM, number, now.plusMillis(number), entry(number));
            chain.add(link);
            end = new ChainEnd(number, link.hash());
            if (HEADS.contains(number)) {
                heads.export(STREAM, end, now);
            }
        }
        superuser.createStatement().executeUpdate("delete from audit.entry where stream = " + STREAM);
        new AuditStore(seen).append(chain);
        superuser.setAutoCommit(false);
    }

    @AfterEach
    void tidy() throws SQLException {
        superuser.rollback();
        superuser.createStatement().executeUpdate("delete from audit.entry where stream = " + STREAM);
        superuser.commit();
        superuser.close();
    }

    @Test
    void untouched_it_is_sound() throws Exception {
        AuditVerifier.Report report = verify();
        assertThat(report.fault()).isNull();
        assertThat(report.heads()).isEqualTo(HEADS.size());
        assertThat(report.unanchored()).isEqualTo(ENTRIES - LAST_HEAD);
    }

    @Test
    void whatever_touches_what_a_head_has_sealed_is_found() throws Exception {
        tamper(150);
    }

    @Test
    @Tag("long")
    void ten_thousand_times() throws Exception {
        tamper(10_000);
    }

    /** What the verifier prints as not anchored is what can be lost, and all that can. */
    @Test
    void behind_the_last_head_a_chain_made_to_fit_is_not_found_and_is_bounded_by_what_was_printed() throws Exception {
        long printed = verify().unanchored();
        Tampering superior = new Tampering(chain, superuser, new SplittableRandom(1));
        for (How how : List.of(How.REWRITE, How.TRUNCATE, How.DELETE)) {
            superior.rewritten(how, LAST_HEAD, true);
            assertThat(verify().fault()).as(how.name()).isNull();
        }
        assertThat(ENTRIES - LAST_HEAD).isLessThanOrEqualTo((int) printed);
        superior.rewritten(How.REWRITE, LAST_HEAD - 1, true);
        assertThat(verify().fault().text()).as("one entry before").contains("signed head");
    }

    private void tamper(int times) throws Exception {
        SplittableRandom random = new SplittableRandom(20261127);
        Tampering tampering = new Tampering(chain, superuser, random);
        Map<How, Integer> found = new EnumMap<>(How.class);
        List<String> missed = new ArrayList<>();
        int behind = 0;
        for (int i = 0; i < times; i++) {
            Done done = tampering.any();
            AuditVerifier.Report report = verify();
            boolean sealed = done.first() <= LAST_HEAD;
            if (sealed && report.sound()) {
                missed.add(done.what());
            }
            if (sealed) {
                found.merge(done.how(), 1, Integer::sum);
            } else {
                behind++;
            }
        }
        assertThat(missed).isEmpty();
        assertThat(found.keySet()).containsExactly(How.values());
        assertThat(verify().sound()).as("each was taken back").isTrue();
        System.out.println("tamperings found: " + found + ", behind the last head: " + behind);
    }

    /** Reads on the superuser's connection and takes back what was done. */
    private AuditVerifier.Report verify() throws SQLException, IOException {
        try {
            return new AuditVerifier(seen, folder.resolve(AuditHeads.FILE), HeadKeys.in(folder)::isGenuine)
                    .verify(STREAM);
        } finally {
            superuser.rollback();
        }
    }

    private static AuditEntry entry(int i) {
        return AuditEntry.of("request-" + i, AuditEvent.FILE_LOOKED, "office:44/cm", Map.of("purpose", "TEST", "n", i))
                .about("442012", List.of("900000000" + i % 10));
    }
}
