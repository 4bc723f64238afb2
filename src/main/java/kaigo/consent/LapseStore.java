package kaigo.consent;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import kaigo.access.JobPermit;
import kaigo.access.PersonKey;
import kaigo.shared.InsuredNumber;
import kaigo.shared.InsurerNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 失効 in the ledger: a source for each day of lapse, which stands, or was taken back. */
@Component
class LapseStore {

    private final JdbcClient database;

    LapseStore(JdbcClient database) {
        this.database = database;
    }

    /** @param stands whether the ledger says it now */
    record Lapse(PersonKey person, LocalDate on, boolean stands) {}

    /** Of whose insured somebody stands in the ledger, and who were not looked at on this day, or for the first time. */
    List<InsurerNumber> listDue(JobPermit permit, LocalDate today) {
        return database.sql("""
                select i.insurer_number from participants.insurer i
                left join consent.lapse_run r on r.insurer_number = i.insurer_number
                where (r.day is null or r.day < ? or r.again)
                    and exists (select from consent.event e where e.insurer_number = i.insurer_number) order by 1""")
                .param(today)
                .query((row, n) -> new InsurerNumber(row.getString(1)))
                .list();
    }

    /** Of two servers at one insurer each sees what the other has written. Until the end of the transaction. */
    void takeTurn(JobPermit permit, InsurerNumber insurer) {
        database.sql("select pg_advisory_xact_lock(hashtextextended('consent-lapse:' || ?, 0))")
                .param(insurer.value())
                .query()
                .singleRow();
    }

    /** Who stands in the ledger, after a number. */
    List<PersonKey> listPersons(JobPermit permit, InsurerNumber insurer, String after, int limit) {
        return database.sql("""
                select distinct insurer_number, insured_number from consent.event
                where insurer_number = ? and insured_number > ? order by 1, 2 limit ?""")
                .params(insurer.value(), after, limit)
                .query((row, n) -> person(row))
                .list();
    }

    Map<PersonKey, List<Lapse>> findStanding(JobPermit permit, List<PersonKey> persons) {
        return database
                .sql("""
                select distinct on (e.insurer_number, e.insured_number, e.source) e.*
                from unnest(?, ?) as q (insurer_number, insured_number)
                join consent.event e on e.insurer_number = q.insurer_number and e.insured_number = q.insured_number
                where e.source like 'LAPSE/%'
                order by e.insurer_number, e.insured_number, e.source, e.revision desc""")
                .params(PersonKey.insurers(persons), PersonKey.insureds(persons))
                .query((row, n) -> new Lapse(
                        person(row),
                        row.getObject("acted_on", LocalDate.class),
                        row.getString("act").equals("LAPSE")))
                .list()
                .stream()
                .filter(Lapse::stands)
                .collect(Collectors.groupingBy(Lapse::person));
    }

    /** Takes back what stands, and adds what does not. */
    void turn(JobPermit permit, List<Lapse> lapses, Instant now) {
        lapses.forEach(lapse -> database.sql("""
                insert into consent.event (insurer_number, insured_number, source, revision, act, acted_on, recorded_at,
                    channel, recorded_by)
                select :insurer, :insured, :source, 1 + count(*), :act, :on, :now, 'RULE', 'job:consent-lapse'
                from consent.event
                where insurer_number = :insurer and insured_number = :insured and source = :source""")
                .param("insurer", lapse.person().insurer().value())
                .param("insured", lapse.person().insured().value())
                .param("source", "LAPSE/" + lapse.on())
                .param("act", lapse.stands() ? "CORRECT" : "LAPSE")
                .param("on", lapse.on())
                .param("now", OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                .update());
    }

    void markDone(JobPermit permit, InsurerNumber insurer, LocalDate day) {
        database.sql("""
                insert into consent.lapse_run (insurer_number, day, again) values (?, ?, true)
                on conflict (insurer_number) do update set day = excluded.day, again = false""").params(insurer.value(), day).update();
    }

    private static PersonKey person(ResultSet row) throws SQLException {
        return new PersonKey(
                new InsurerNumber(row.getString("insurer_number")), new InsuredNumber(row.getString("insured_number")));
    }
}
