package kaigo.documents;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kaigo.access.InsurerPermit;
import kaigo.access.JobPermit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * {@code documents.document} and its parts. A document is added whole and never changed. {@code documents.arriving}: full parts
 * of those that are on their way in; only who brings one knows its id.
 */
@Component
class DocumentStore {

    private static final String COLUMNS = "encode(sha256, 'hex'), pages, bytes";

    private final JdbcClient database;

    DocumentStore(JdbcClient database) {
        this.database = database;
    }

    Optional<Document> find(InsurerPermit permit, String sha256) {
        return database.sql("select " + COLUMNS + " from documents.document where insurer_number = ? and sha256 = ?")
                .params(permit.insurer().value(), bytes(sha256))
                .query(DocumentStore::document)
                .optional();
    }

    /** A document that is there has come once more: its days begin anew, unless a record names it already. */
    Optional<Document> comeAgain(InsurerPermit permit, String sha256, Instant askAt) {
        return database.sql("""
                update documents.document set ask_at = case when ask_at is null then null else ?::timestamptz end
                where insurer_number = ? and sha256 = ? returning """ + " " + COLUMNS)
                .params(utc(askAt), permit.insurer().value(), bytes(sha256))
                .query(DocumentStore::document)
                .optional();
    }

    /**
     * When it came and from whom.
     *
     * @param by the actor as the audit stream names it
     * @param askAt when to ask whether a record names it
     */
    record Coming(Instant at, String by, Instant askAt) {}

    /** False if somebody else was quicker. */
    boolean add(InsurerPermit permit, Document document, Coming coming) {
        return database.sql("""
                insert into documents.document (insurer_number, sha256, pages, bytes, received_at, received_by, ask_at)
                values (?, ?, ?, ?, ?, ?, ?) on conflict (insurer_number, sha256) do nothing""")
                        .params(
                                permit.insurer().value(),
                                bytes(document.sha256()),
                                document.pages(),
                                document.bytes(),
                                utc(coming.at()),
                                coming.by(),
                                utc(coming.askAt()))
                        .update()
                == 1;
    }

    void addPart(InsurerPermit permit, Document document, int part, byte[] content) {
        database.sql("insert into documents.part (insurer_number, sha256, part, content) values (?, ?, ?, ?)")
                .params(permit.insurer().value(), bytes(document.sha256()), part, content)
                .update();
    }

    /** All full parts of what arrived, within the database. Answers how many they were. */
    int addArrived(InsurerPermit permit, Document document, UUID arriving) {
        return database.sql("""
                insert into documents.part (insurer_number, sha256, part, content)
                select insurer_number, ?, part, content from documents.arriving where insurer_number = ? and arriving = ?""")
                .params(bytes(document.sha256()), permit.insurer().value(), arriving)
                .update();
    }

    void addArriving(InsurerPermit permit, UUID arriving, int part, byte[] content, Instant now) {
        database.sql("""
                insert into documents.arriving (insurer_number, arriving, part, content, written_at)
                values (?, ?, ?, ?, ?)""")
                .params(permit.insurer().value(), arriving, part, content, utc(now))
                .update();
    }

    Optional<byte[]> findArriving(InsurerPermit permit, UUID arriving, int part) {
        return database.sql(
                        "select content from documents.arriving where insurer_number = ? and arriving = ? and part = ?")
                .params(permit.insurer().value(), arriving, part)
                .query((row, n) -> row.getBytes(1))
                .optional();
    }

    void removeArriving(InsurerPermit permit, UUID arriving) {
        database.sql("delete from documents.arriving where insurer_number = ? and arriving = ?")
                .params(permit.insurer().value(), arriving)
                .update();
    }

    /** Those to which nothing was added since then: whoever brought them is gone. Answers how many they were. */
    int removeLeftLying(JobPermit permit, Instant before) {
        return database.sql("""
                with left_lying as (select insurer_number, arriving from documents.arriving
                    group by insurer_number, arriving having max(written_at) < ?),
                gone as (delete from documents.arriving a using left_lying l
                    where a.insurer_number = l.insurer_number and a.arriving = l.arriving)
                select count(*) from left_lying""").param(utc(before)).query(Integer.class).single();
    }

    /** Empty behind the last part. */
    Optional<byte[]> findPart(InsurerPermit permit, Document document, int part) {
        return database.sql("select content from documents.part where insurer_number = ? and sha256 = ? and part = ?")
                .params(permit.insurer().value(), bytes(document.sha256()), part)
                .query((row, n) -> row.getBytes(1))
                .optional();
    }

    private record Due(String insurer, byte[] sha256) {}

    /**
     * Removes documents that no record names, now or in its history, and asks no more about the others: a history forgets
     * nothing. In the running transaction, in two statements: the second sees what was registered while the first waited
     * for its locks.
     *
     * @return how many were removed, or empty if none was due
     */
    Optional<Integer> purge(JobPermit permit, Instant now, int limit) {
        List<Due> due = database.sql("""
                select insurer_number, sha256 from documents.document where ask_at <= ?
                order by insurer_number, sha256 limit ? for update skip locked""")
                .params(utc(now), limit)
                .query((row, n) -> new Due(row.getString(1), row.getBytes(2)))
                .list();
        if (due.isEmpty()) {
            return Optional.empty();
        }
        String[] insurers = due.stream().map(Due::insurer).toArray(String[]::new);
        byte[][] hashes = due.stream().map(Due::sha256).toArray(byte[][]::new);
        int removed = database.sql("""
                delete from documents.document d
                using unnest(?::text[], ?::bytea[]) as k(insurer_number, sha256)
                where d.insurer_number = k.insurer_number and d.sha256 = k.sha256
                  and not exists (select from documents.named n
                    where n.insurer_number = k.insurer_number and n.sha256 = encode(k.sha256, 'hex'))""").params(insurers, hashes).update();
        database.sql("""
                update documents.document d set ask_at = null
                from unnest(?::text[], ?::bytea[]) as k(insurer_number, sha256)
                where d.insurer_number = k.insurer_number and d.sha256 = k.sha256""").params(insurers, hashes).update();
        return Optional.of(removed);
    }

    private static Document document(ResultSet row, int number) throws SQLException {
        return new Document(row.getString(1), row.getInt(2), row.getInt(3));
    }

    private static byte[] bytes(String sha256) {
        return HexFormat.of().parseHex(sha256);
    }

    private static OffsetDateTime utc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
