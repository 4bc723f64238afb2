package kaigo.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import kaigo.access.InsurerPermit;
import kaigo.insured.LinkState;
import kaigo.intake.Results.Section;
import kaigo.layout.ErrorId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads {@code intake.result}, whose rows are added, whose 被保険者番号 never change, and of which none is removed; and what of
 * it is still to do.
 */
@Component
class ResultStore {

    private static final String UNMENDED = """
            from intake.unmended u
            join intake.result r on r.insurer_number = u.insurer_number and r.receipt = u.receipt and r.line = u.line
            where u.insurer_number = ? and u.receipt = ? and u.handled_at is null and r.findings::jsonb @> ?::jsonb""";

    private final JdbcClient database;

    ResultStore(JdbcClient database) {
        this.database = database;
    }

    List<Cause> listCauses(InsurerPermit permit, ReceivedFile file) {
        return database.sql("""
                select min(one::text), count(distinct line), count(distinct one::text)
                from intake.result cross join lateral jsonb_array_elements(findings::jsonb) as f(one)
                where insurer_number = ? and receipt = ? and findings is not null
                group by one ->> 0, one ->> 1
                order by left(one ->> 0, 1), 2 desc, 1""")
                .params(permit.insurer().value(), file.receipt().number())
                .query((row, n) -> new Cause(FindingJson.one(row.getString(1)), row.getInt(2), row.getInt(3) > 1))
                .list();
    }

    /** Records of the section, in the order of the file. */
    List<RecordResult> list(InsurerPermit permit, ReceivedFile file, Section section) {
        int from = section.only().from();
        String cause = section.cause() == null ? null : finding(section.cause());
        return database.sql("""
                select line, insured_number, history_no, update_type, status, link_state, findings, at
                from intake.result
                where insurer_number = ? and receipt = ? and line > ? and (status >= ? or (status = 21 and ? <= 31))
                  and (?::jsonb is null or findings::jsonb @> ?::jsonb)
                order by line limit ?""")
                .params(Arrays.asList(
                        permit.insurer().value(),
                        file.receipt().number(),
                        section.after(),
                        from,
                        from,
                        cause,
                        cause,
                        section.limit()))
                .query((row, n) -> result(row))
                .list();
    }

    /** 連番 of those whose error was mended since. */
    Set<Integer> listMended(InsurerPermit permit, ReceivedFile file, List<RecordResult> records) {
        return new HashSet<>(database.sql("""
                select line from intake.failed_record
                where insurer_number = ? and receipt = ? and line = any(?) and not to_do""")
                .params(
                        permit.insurer().value(),
                        file.receipt().number(),
                        records.stream().map(RecordResult::line).toArray(Integer[]::new))
                .query(Integer.class)
                .list());
    }

    /** Refused records with this error that were not mended. */
    int countToDo(InsurerPermit permit, ReceivedFile file, ErrorId cause) {
        return database.sql("select count(*) " + UNMENDED)
                .params(permit.insurer().value(), file.receipt().number(), finding(cause))
                .query(Integer.class)
                .single();
    }

    /** Says of them that nothing has to be sent any more. */
    void close(InsurerPermit permit, ReceivedFile file, ErrorId cause, Handled handled) {
        database.sql("update intake.unmended set handled_at = ?, handled_by = ?"
                        + " where (insurer_number, receipt, line) in (select u.insurer_number, u.receipt, u.line "
                        + UNMENDED
                        + ")")
                .params(
                        OffsetDateTime.ofInstant(handled.at(), ZoneOffset.UTC),
                        handled.by(),
                        permit.insurer().value(),
                        file.receipt().number(),
                        finding(cause))
                .update();
    }

    /** @param by the actor as the audit stream names it */
    record Handled(Instant at, String by) {}

    private static String finding(ErrorId id) {
        return "[[\"" + id + "\"]]";
    }

    /** @param sha256 over the 被保険者番号 in the order of the file, one a line, in hexadecimal digits */
    record Persons(int count, String sha256) {}

    /** The 被保険者番号 of all records that name one. */
    Persons digest(InsurerPermit permit, ReceivedFile file) {
        return database.sql("""
                select count(insured_number),
                       encode(sha256(convert_to(coalesce(string_agg(insured_number || E'\\n', '' order by line), ''),
                           'UTF8')), 'hex')
                from intake.result where insurer_number = ? and receipt = ?""")
                .params(permit.insurer().value(), file.receipt().number())
                .query((row, n) -> new Persons(row.getInt(1), row.getString(2)))
                .single();
    }

    private static RecordResult result(ResultSet row) throws SQLException {
        Integer link = row.getObject("link_state", Integer.class);
        Instant at = row.getObject("at", OffsetDateTime.class).toInstant();
        return new RecordResult(
                row.getInt("line"),
                row.getString("insured_number"),
                row.getString("history_no"),
                row.getString("update_type"),
                Status.ofCode(row.getInt("status")),
                link == null ? null : LinkState.ofCode(link),
                FindingJson.all(row.getString("findings")),
                at);
    }
}
