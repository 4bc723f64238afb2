package kaigo.operations;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import kaigo.TestDatabase;
import kaigo.audit.AuditVerifier.Fault;
import kaigo.intake.Loads;
import kaigo.operations.ChainVerification.Found;
import kaigo.operations.ChainVerificationStore.Claim;

/** Verifications of the audit stream in each state, as they stand in the database. */
public final class Verified {

    private Verified() {}

    /** The application may remove none. Whoever is ending one meanwhile waits, and finds that it is gone. */
    public static void none() throws SQLException {
        try (Connection connection = TestDatabase.asOwner();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("lock table operations.chain_verification in exclusive mode");
            statement.executeUpdate("delete from operations.chain_found");
            statement.executeUpdate("delete from operations.chain_verification");
            connection.commit();
        }
    }

    /** Leased by nobody who lives, and for so long that the server's own workers leave it alone. */
    public static UUID running(int attempts, long verified, long entries) {
        UUID id = UUID.randomUUID();
        Loads.database().sql("""
                insert into operations.chain_verification
                    (id, asked_at, asked_by, state, attempts, lease_until, verified, entries)
                values (?, timestamptz '2026-11-20 09:00+09', 'unyo', 1, ?, timestamptz '2099-01-01', ?, ?)""").params(id, attempts, verified, entries).update();
        return id;
    }

    /** Ended with these results. */
    public static void done(Found... found) {
        UUID id = running(1, 0, 0);
        new ChainVerificationStore(Loads.database())
                .finish(new Claim(id, 1), List.of(found), Instant.parse("2026-11-20T00:05:00Z"));
    }

    public static Found sound(int stream, long entries) {
        return new Found((short) stream, entries, (int) (entries / 1_000), entries % 1_000, null);
    }

    public static Found changed(int stream, long entries, long number) {
        return new Found(
                (short) stream,
                entries,
                (int) (entries / 1_000),
                entries % 1_000,
                new Fault(Fault.Kind.CHANGED, number, "number " + number + " was changed, or something before it was"));
    }

    public static void givenUp() {
        Loads.database()
                .sql("update operations.chain_verification set state = 3 where id = ?")
                .param(running(3, 0, 0))
                .update();
    }
}
