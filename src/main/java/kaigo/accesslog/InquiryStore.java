package kaigo.accesslog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import kaigo.access.InsurerPermit;
import kaigo.access.PersonKey;
import kaigo.access.SelfPermit;
import kaigo.accesslog.rules.Inquiry;
import kaigo.shared.InsuredNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 調査の印. */
@Component
class InquiryStore {

    private final JdbcClient database;

    InquiryStore(JdbcClient database) {
        this.database = database;
    }

    /** Of two at once the later one waits, then has the next number; the same mark is not set beside itself. */
    void add(InsurerPermit permit, InquiryMark.Wanted wanted, Instant at, String by) {
        String insurer = permit.insurer().value();
        database.sql("select pg_advisory_xact_lock(hashtextextended('inquiry:' || ? || ?, 0))")
                .params(insurer, wanted.person().value())
                .query()
                .singleRow();
        database.sql("""
                insert into accesslog.inquiry
                    (insurer_number, insured_number, number, covers_from, ends_on, reference, opened_at, opened_by)
                select :insurer, :person, coalesce(max(number), 0) + 1, :from, :to, :reference, :at, :by
                from accesslog.inquiry
                where insurer_number = :insurer and insured_number = :person
                having coalesce(bool_and((covers_from, ends_on, reference) <> (:from, :to, :reference)
                    or ended_at is not null), true)""")
                .param("insurer", insurer)
                .param("person", wanted.person().value())
                .param("from", wanted.coversFrom())
                .param("to", wanted.endsOn())
                .param("reference", wanted.reference())
                .param("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                .param("by", by)
                .update();
    }

    /** @return false if there is none in force with that number */
    boolean end(InsurerPermit permit, InsuredNumber person, int number, Ended ended) {
        return database.sql("""
                update accesslog.inquiry set ended_at = ?, ended_by = ?
                where insurer_number = ? and insured_number = ? and number = ? and ended_at is null and ends_on >= ?""")
                        .params(
                                OffsetDateTime.ofInstant(ended.at(), ZoneOffset.UTC),
                                ended.by(),
                                permit.insurer().value(),
                                person.value(),
                                number,
                                ended.today())
                        .update()
                > 0;
    }

    /** Who ends it, and when. */
    record Ended(Instant at, LocalDate today, String by) {}

    /** The newest first. */
    List<InquiryMark> list(InsurerPermit permit, InsuredNumber person) {
        return database.sql("""
                select number, covers_from, ends_on, reference, opened_at, opened_by, ended_at, ended_by
                from accesslog.inquiry where insurer_number = ? and insured_number = ? order by number desc""")
                .params(permit.insurer().value(), person.value())
                .query(InquiryStore::mark)
                .list();
    }

    /** In force on a day, about one of the reader's own files. */
    List<Inquiry> listInForce(SelfPermit permit, LocalDate today) {
        return permit.files().stream()
                .flatMap(file -> database
                        .sql("""
                        select covers_from, ends_on from accesslog.inquiry
                        where insurer_number = ? and insured_number = ? and ended_at is null and ends_on >= ?""")
                        .params(file.insurer().value(), file.insured().value(), today)
                        .query((row, n) -> inquiry(file, row))
                        .list()
                        .stream())
                .toList();
    }

    private static Inquiry inquiry(PersonKey file, ResultSet row) throws SQLException {
        return new Inquiry(
                file, row.getObject("covers_from", LocalDate.class), row.getObject("ends_on", LocalDate.class));
    }

    private static InquiryMark mark(ResultSet row, int n) throws SQLException {
        OffsetDateTime ended = row.getObject("ended_at", OffsetDateTime.class);
        return new InquiryMark(
                row.getInt("number"),
                row.getObject("covers_from", LocalDate.class),
                row.getObject("ends_on", LocalDate.class),
                row.getString("reference"),
                row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                row.getString("opened_by"),
                ended == null ? null : ended.toInstant(),
                row.getString("ended_by"));
    }
}
