package kaigo.consent;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import kaigo.access.FilePermit;
import kaigo.access.JobPermit;
import kaigo.access.ListPermit;
import kaigo.access.PersonKey;
import kaigo.access.rules.Kind;
import kaigo.shared.InsuredNumber;
import kaigo.shared.InsurerNumber;
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

    List<ConsentLine> list(FilePermit permit) {
        return database.sql("""
                select act, acted_on, channel from (
                    select distinct on (source) * from consent.event
                    where insurer_number = ? and insured_number = ? order by source, revision desc) e
                where act <> 'CORRECT' order by acted_on, recorded_at, source""")
                .params(permit.insurer().value(), permit.insured().value())
                .query((row, n) -> new ConsentLine(
                        row.getString("act"), row.getObject("acted_on", LocalDate.class), row.getString("channel")))
                .list();
    }

    private List<Course> read(List<PersonKey> persons) {
        return database.sql(COURSES)
                .params(
                        persons.stream().map(one -> one.insurer().value()).toArray(String[]::new),
                        persons.stream().map(one -> one.insured().value()).toArray(String[]::new))
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
