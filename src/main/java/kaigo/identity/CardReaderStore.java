package kaigo.identity;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import kaigo.shared.InstitutionId;
import kaigo.shared.InstitutionViewer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class CardReaderStore {

    private final JdbcClient database;

    CardReaderStore(JdbcClient database) {
        this.database = database;
    }

    void put(InstitutionId office, String reader, byte[] publicKey, Instant at) {
        database.sql("""
                insert into identity.card_reader (office_number, reader, public_key, registered_at) values (?, ?, ?, ?)
                on conflict (office_number, reader) do update
                set public_key = excluded.public_key, registered_at = excluded.registered_at, revoked_at = null""").params(office.number(), reader, publicKey, utc(at)).update();
    }

    boolean revoke(InstitutionId office, String reader, Instant at) {
        return database.sql("""
                update identity.card_reader set revoked_at = ?
                where office_number = ? and reader = ? and revoked_at is null""").params(utc(at), office.number(), reader).update() > 0;
    }

    Optional<byte[]> findKey(InstitutionId office, String reader) {
        return database.sql("""
                select public_key from identity.card_reader
                where office_number = ? and reader = ? and revoked_at is null""")
                .params(office.number(), reader)
                .query((row, n) -> row.getBytes(1))
                .optional();
    }

    List<String> list(InstitutionId office) {
        return database.sql("""
                select reader from identity.card_reader where office_number = ? and revoked_at is null order by 1""").param(office.number()).query(String.class).list();
    }

    /** What has ended of this office's goes with it. */
    void addChallenge(InstitutionViewer viewer, byte[] nonceHash, Instant now, Instant expiresAt) {
        database.sql("delete from identity.card_challenge where office_number = ? and expires_at <= ?")
                .params(viewer.institution().number(), utc(now))
                .update();
        database.sql("""
                insert into identity.card_challenge (nonce_hash, office_number, login, fingerprint, expires_at)
                values (?, ?, ?, ?, ?)""")
                .params(nonceHash, viewer.institution().number(), viewer.login(), viewer.fingerprint(), utc(expiresAt))
                .update();
    }

    boolean isOpen(InstitutionViewer viewer, byte[] nonceHash, Instant now) {
        return database.sql("""
                select exists (select from identity.card_challenge where nonce_hash = ? and office_number = ? and login = ?
                    and fingerprint = ? and used_at is null and expires_at > ?)""")
                .params(nonceHash, viewer.institution().number(), viewer.login(), viewer.fingerprint(), utc(now))
                .query(Boolean.class)
                .single();
    }

    /** @return false if it was used, has ended, or is somebody else's */
    boolean use(InstitutionViewer viewer, byte[] nonceHash, Instant now) {
        return database.sql("""
                update identity.card_challenge set used_at = ? where nonce_hash = ? and office_number = ? and login = ?
                    and fingerprint = ? and used_at is null and expires_at > ?""")
                        .params(
                                utc(now),
                                nonceHash,
                                viewer.institution().number(),
                                viewer.login(),
                                viewer.fingerprint(),
                                utc(now))
                        .update()
                > 0;
    }

    private static OffsetDateTime utc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
