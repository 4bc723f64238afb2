package kaigo.operations;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kaigo.audit.AuditVerifier.Fault;
import kaigo.operations.ChainVerification.Found;
import kaigo.operations.ChainVerification.State;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was asked for, how far it is, and what was found. */
@Component
class ChainVerificationStore {

    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final int MOST_ATTEMPTS = 3;

    private final JdbcClient database;

    ChainVerificationStore(JdbcClient database) {
        this.database = database;
    }

    /** Answers false while another one is under way. */
    boolean ask(UUID id, String login, Instant now) {
        return database.sql("""
                insert into operations.chain_verification (id, asked_at, asked_by, state) values (?, ?, ?, 0)
                on conflict do nothing""").params(id, utc(now), login).update() > 0;
    }

    /** A verification that is ours until the lease runs out. @param attempt the how manieth; whoever has a later one goes on */
    record Claim(UUID id, int attempt) {}

    /** The one that waits, or whose server is gone; one that was tried too often is given up. */
    Optional<Claim> claim(Instant now) {
        database.sql("""
                update operations.chain_verification set state = 3, ended_at = :now
                where state = 1 and lease_until < :now and attempts >= :most""").param("now", utc(now)).param("most", MOST_ATTEMPTS).update();
        return database.sql("""
                update operations.chain_verification
                set state = 1, attempts = attempts + 1, lease_until = :until, verified = 0, entries = 0
                where id = (select id from operations.chain_verification
                    where state = 0 or (state = 1 and lease_until < :now) limit 1 for update skip locked)
                returning id, attempts""")
                .param("now", utc(now))
                .param("until", utc(now.plus(LEASE)))
                .query((row, n) -> new Claim(row.getObject("id", UUID.class), row.getInt("attempts")))
                .optional();
    }

    /** Notes how far it is; false if it is no longer ours. */
    boolean goOn(Claim claim, long verified, long entries, Instant now) {
        return database.sql("""
                update operations.chain_verification set verified = ?, entries = ?, lease_until = ?
                where id = ? and attempts = ? and state = 1""")
                        .params(verified, entries, utc(now.plus(LEASE)), claim.id(), claim.attempt())
                        .update()
                > 0;
    }

    /** In the caller's transaction; nothing if it is no longer ours. */
    void finish(Claim claim, List<Found> found, Instant now) {
        int ours = database.sql("""
                update operations.chain_verification
                set state = 2, ended_at = ?, lease_until = null, verified = ?, entries = ?
                where id = ? and attempts = ? and state = 1""")
                .params(utc(now), sum(found), sum(found), claim.id(), claim.attempt())
                .update();
        if (ours > 0) {
            found.forEach(one -> add(claim.id(), one));
        }
    }

    private void add(UUID id, Found found) {
        Fault fault = found.fault();
        database.sql("""
                insert into operations.chain_found (verification, stream, entries, heads, unanchored, fault, number, told)
                values (:id, :stream, :entries, :heads, :unanchored, :fault, :number, :told)""")
                .param("id", id)
                .param("stream", found.stream())
                .param("entries", found.entries())
                .param("heads", found.heads())
                .param("unanchored", found.unanchored())
                .param("fault", fault == null ? null : fault.kind().name())
                .param("number", fault == null ? null : fault.number())
                .param("told", fault == null ? null : fault.text())
                .update();
    }

    private static long sum(List<Found> found) {
        return found.stream().mapToLong(Found::entries).sum();
    }

    /** Newest first. */
    List<ChainVerification> list(int limit) {
        return database.sql("""
                select id, asked_at, asked_by, state, ended_at, verified, entries from operations.chain_verification
                order by asked_at desc, id desc limit ?""")
                .param(limit)
                .query((row, n) -> verification(row))
                .list();
    }

    /** Whether the last one that came to its end found something. */
    boolean isLastTampered() {
        return database.sql("""
                select exists (select from operations.chain_found where fault is not null and verification = (
                    select id from operations.chain_verification where state = 2 order by asked_at desc, id desc limit 1))""").query(Boolean.class).single();
    }

    private ChainVerification verification(ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        return new ChainVerification(
                id,
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                row.getString("asked_by"),
                State.values()[row.getInt("state")],
                instant(row.getObject("ended_at", OffsetDateTime.class)),
                row.getLong("verified"),
                row.getLong("entries"),
                found(id));
    }

    private List<Found> found(UUID id) {
        return database.sql("""
                select stream, entries, heads, unanchored, fault, number, told from operations.chain_found
                where verification = ? order by stream""")
                .param(id)
                .query((row, n) -> new Found(
                        row.getShort("stream"),
                        row.getLong("entries"),
                        row.getInt("heads"),
                        row.getLong("unanchored"),
                        fault(row)))
                .list();
    }

    private static @Nullable Fault fault(ResultSet row) throws SQLException {
        String kind = row.getString("fault");
        return kind == null ? null : new Fault(Fault.Kind.valueOf(kind), row.getLong("number"), row.getString("told"));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime moment) {
        return moment == null ? null : moment.toInstant();
    }

    private static OffsetDateTime utc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
