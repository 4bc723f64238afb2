package kaigo.consent;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import kaigo.access.FilePermit;
import kaigo.access.JobPermit;
import kaigo.access.ListPermit;
import kaigo.access.PersonKey;
import kaigo.access.rules.Kind;
import kaigo.consent.rules.ConsentAct;
import kaigo.consent.rules.LedgerLine;
import kaigo.shared.InstitutionId;
import kaigo.shared.InsuredNumber;
import kaigo.shared.InsurerNumber;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class ConsentStateStore {

    private static final String COURSES = """
            select p.insurer_number, p.insured_number, p.lost_on,
                (select coalesce(json_agg(c), '[]') from consent.facts c
                    where c.insurer_number = q.insurer_number and c.insured_number = q.insured_number) as consent,
                (select coalesce(json_agg(c), '[]') from certification.facts c
                    where c.insurer_number = q.insurer_number and c.insured_number = q.insured_number) as applications
            from unnest(?, ?) as q (insurer_number, insured_number)
            join insured.facts p on p.insurer_number = q.insurer_number and p.insured_number = q.insured_number
            order by 1, 2""";

    /** A row of {@code consent.unconfirmed}. */
    static final RowMapper<UnconfirmedNote> NOTE = (row, n) -> UnconfirmedNote.of(
            row.getObject("noted_at", OffsetDateTime.class),
            row.getString("office_number"),
            row.getString("noted_by"),
            row.getString("reason"));

    private final JdbcClient database;

    ConsentStateStore(JdbcClient database) {
        this.database = database;
    }

    List<Course> read(FilePermit permit) {
        PersonKey person = new PersonKey(permit.insurer(), permit.insured());
        return read(permit.shows(Kind.CONSENT_STATE) ? List.of(person) : List.of());
    }

    List<Course> read(ListPermit permit) {
        return read(permit.listFor(Kind.CONSENT_STATE));
    }

    /** Of the job's own persons, in any number. */
    List<Course> read(JobPermit permit, List<PersonKey> persons) {
        return read(persons);
    }

    List<ConsentLine> list(FilePermit permit, InstitutionId reader) {
        return database.sql("""
                select e.act, e.acted_on, e.channel, coalesce(e.filed_on, c.filed_on) as filed_on,
                    e.recorded_at, e.staff_id, e.spoken_by, e.relation, e.source like 'HEARD/%' and e.office_number = ? as own,
                    e.cert_history_no is not null and e.channel in ('APPLICATION', 'SETUP') as by_form
                from (
                    select distinct on (source) * from consent.event
                    where insurer_number = ? and insured_number = ? order by source, revision desc) e
                left join certification.facts c on c.insurer_number = e.insurer_number
                    and c.insured_number = e.insured_number and c.history_no = e.cert_history_no
                where e.act <> 'CORRECT' order by e.acted_on, e.recorded_at, e.source""")
                .params(
                        reader.kind() == InstitutionId.Kind.OFFICE ? reader.number() : "",
                        permit.insurer().value(),
                        permit.insured().value())
                .query((row, n) -> line(row))
                .list();
    }

    /** Of the one office, the newest first. */
    List<UnconfirmedNote> listNotes(FilePermit permit, InstitutionId office) {
        return database.sql("""
                select noted_at, office_number, noted_by, reason from consent.unconfirmed
                where insurer_number = ? and insured_number = ? and office_number = ? order by noted_at desc""")
                .params(permit.insurer().value(), permit.insured().value(), office.number())
                .query(NOTE)
                .list();
    }

    private static ConsentLine line(ResultSet row) throws SQLException {
        String act = row.getString("act");
        LocalDate on = row.getObject("acted_on", LocalDate.class);
        boolean counts = act.equals("LAPSE")
                || new LedgerLine(
                                ConsentAct.valueOf(act),
                                on,
                                row.getBoolean("by_form"),
                                row.getObject("filed_on", LocalDate.class),
                                null,
                                null,
                                null)
                        .counts();
        return new ConsentLine(act, on, row.getString("channel"), counts, row.getBoolean("own") ? own(row) : null);
    }

    private static ConsentLine.Own own(ResultSet row) throws SQLException {
        return new ConsentLine.Own(
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getString("staff_id"),
                row.getString("spoken_by"),
                row.getString("relation"));
    }

    private List<Course> read(List<PersonKey> persons) {
        return database.sql(COURSES)
                .params(PersonKey.insurers(persons), PersonKey.insureds(persons))
                .query((row, n) -> course(row))
                .list();
    }

    private static Course course(ResultSet row) throws SQLException {
        PersonKey person = new PersonKey(
                new InsurerNumber(row.getString("insurer_number")), new InsuredNumber(row.getString("insured_number")));
        return new Course(
                person,
                Course.read(
                        row.getString("consent"),
                        row.getString("applications"),
                        row.getObject("lost_on", LocalDate.class)));
    }
}
