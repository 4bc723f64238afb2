package kaigo.documents;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import kaigo.access.JobPermit;
import kaigo.access.MemberPermit;
import kaigo.access.Permit;
import kaigo.documents.DrawWorker.Paper;
import kaigo.shared.InsurerNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** {@code documents.page} and {@code documents.to_draw}. A page is added and never changed. */
@Component
class PageStore {

    private final JdbcClient database;

    PageStore(JdbcClient database) {
        this.database = database;
    }

    /** A document of an insurer whose pages are looked at. */
    record Source(String insurer, Document document) {}

    /** What the member's meeting shows now. */
    Optional<Source> find(MemberPermit permit) {
        return database.sql("""
                select d.insurer_number, encode(d.sha256, 'hex') as sha256, d.pages, d.bytes
                from documents.of_meeting m join documents.document d on d.insurer_number = m.insurer_number
                    and d.sha256 = decode(m.sha256, 'hex')
                where m.insurer_number = ? and m.meeting = ?""")
                .params(permit.insurer().value(), permit.meeting())
                .query(PageStore::source)
                .optional();
    }

    /** The next whose pages are to be drawn ahead. */
    Optional<Source> findToDraw(JobPermit permit) {
        return database.sql("""
                select d.insurer_number, encode(d.sha256, 'hex') as sha256, d.pages, d.bytes
                from documents.to_draw t join documents.document d on d.insurer_number = t.insurer_number
                    and d.sha256 = t.sha256
                order by t.asked_at, t.insurer_number, t.sha256 limit 1""").query(PageStore::source).optional();
    }

    private static Source source(java.sql.ResultSet row, int number) throws java.sql.SQLException {
        return new Source(
                row.getString("insurer_number"),
                new Document(row.getString("sha256"), row.getInt("pages"), row.getInt("bytes")));
    }

    void ask(Permit permit, InsurerNumber insurer, String sha256, Instant now) {
        database.sql("""
                insert into documents.to_draw (insurer_number, sha256, asked_at) values (?, ?, ?) on conflict do nothing""").params(insurer.value(), bytes(sha256), utc(now)).update();
    }

    void drawn(JobPermit permit, Source source) {
        database.sql("delete from documents.to_draw where insurer_number = ? and sha256 = ?")
                .params(source.insurer(), bytes(source.document().sha256()))
                .update();
    }

    List<Integer> listMissing(JobPermit permit, Source source) {
        return database.sql("""
                select n from generate_series(1, ?) as n where not exists (select from documents.page p
                    where p.insurer_number = ? and p.sha256 = ? and p.page = n) order by n""")
                .params(
                        source.document().pages(),
                        source.insurer(),
                        bytes(source.document().sha256()))
                .query(Integer.class)
                .list();
    }

    Optional<PageView> find(Permit permit, Source source, int page) {
        return database.sql(
                        "select picture, words, problem from documents.page where insurer_number = ? and sha256 = ? and page = ?")
                .params(source.insurer(), bytes(source.document().sha256()), page)
                .query((row, n) -> {
                    String problem = row.getString("problem");
                    return problem == null
                            ? (PageView) new PageView.Shown(row.getBytes("picture"), row.getString("words"))
                            : new PageView.Failed(DocumentProblem.valueOf(problem));
                })
                .optional();
    }

    /** Until the end of the transaction nobody lets it go; whether somebody has, is read by a statement of its own. */
    void hold(Permit permit, Source source) {
        database.sql("select 1 from documents.document where insurer_number = ? and sha256 = ? for key share")
                .params(source.insurer(), bytes(source.document().sha256()))
                .query()
                .listOfRows();
    }

    /** Of a document that is held; of one that no meeting shows any more nothing is kept. */
    void add(Permit permit, Source source, int page, Drawn drawn, Instant now) {
        Drawn.Page picture = drawn instanceof Drawn.Page one ? one : null;
        database.sql("""
                insert into documents.page (insurer_number, sha256, page, picture, words, digest, problem, drawn_at)
                select :insurer, :sha256, :page, :picture, :words, :digest, :problem, :now
                where exists (select from documents.drawn d where d.insurer_number = :insurer
                    and d.sha256 = encode(:sha256, 'hex'))
                    and exists (select from documents.document where insurer_number = :insurer and sha256 = :sha256)
                on conflict do nothing""")
                .param("insurer", source.insurer())
                .param("sha256", bytes(source.document().sha256()))
                .param("page", page)
                .param("picture", picture == null ? null : picture.picture(), java.sql.Types.BINARY)
                .param("words", picture == null ? "" : picture.words())
                .param("digest", picture == null ? null : digest(picture), java.sql.Types.BINARY)
                .param("problem", drawn instanceof Drawn.Not(DocumentProblem why) ? why.name() : null)
                .param("now", utc(now))
                .update();
    }

    private static byte[] digest(Drawn.Page page) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(page.picture());
            return sha256.digest(page.words().getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** To be drawn from: its bytes are read while the process takes them. */
    Paper paper(Permit permit, Source source) {
        return new Paper(source.insurer() + "/" + source.document().sha256(), new Content() {
            @Override
            public int length() {
                return source.document().bytes();
            }

            @Override
            public void writeTo(OutputStream out) throws IOException {
                PageStore.this.write(source, out);
            }
        });
    }

    /** Part by part: memory does not grow with it. */
    void write(Permit permit, Source source, OutputStream out) throws IOException {
        write(source, out);
    }

    private void write(Source source, OutputStream out) throws IOException {
        int number = 0;
        for (Optional<byte[]> part = findPart(source, number); part.isPresent(); part = findPart(source, number)) {
            out.write(part.get());
            number++;
        }
    }

    private Optional<byte[]> findPart(Source source, int part) {
        return database.sql("select content from documents.part where insurer_number = ? and sha256 = ? and part = ?")
                .params(source.insurer(), bytes(source.document().sha256()), part)
                .query((row, n) -> row.getBytes(1))
                .optional();
    }

    /** Its pictures go at once, unless another meeting still shows them; it itself with the next purge, unless a record names it. */
    void letGo(JobPermit permit, String insurer, String sha256, Instant now) {
        database.sql("select 1 from documents.document where insurer_number = ? and sha256 = ? for update")
                .params(insurer, bytes(sha256))
                .query()
                .listOfRows();
        for (String table : List.of("documents.page", "documents.to_draw")) {
            database.sql("delete from " + table
                            + " where insurer_number = :insurer and sha256 = :sha256 and not exists ("
                            + "select from documents.drawn d"
                            + " where d.insurer_number = :insurer and d.sha256 = encode(:sha256, 'hex'))")
                    .param("insurer", insurer)
                    .param("sha256", bytes(sha256))
                    .update();
        }
        database.sql("update documents.document set ask_at = ? where insurer_number = ? and sha256 = ?")
                .params(utc(now), insurer, bytes(sha256))
                .update();
    }

    private static byte[] bytes(String sha256) {
        return HexFormat.of().parseHex(sha256);
    }

    private static OffsetDateTime utc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
