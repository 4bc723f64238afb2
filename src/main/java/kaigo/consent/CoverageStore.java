package kaigo.consent;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import kaigo.access.InsurerPermit;
import kaigo.access.JobPermit;
import kaigo.access.PersonKey;
import kaigo.consent.Coverage.Period;
import kaigo.consent.CoverageCount.Said;
import kaigo.consent.rules.ConsentAct;
import kaigo.consent.rules.ConsentState.Standing;
import kaigo.shared.InsuredNumber;
import kaigo.shared.InsurerNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class CoverageStore {

    private final JdbcClient database;

    CoverageStore(JdbcClient database) {
        this.database = database;
    }

    /** 利用開始日, if it is settled. */
    Optional<LocalDate> findStart(JobPermit permit, InsurerNumber insurer) {
        return database.sql(
                        "select started_on from participants.insurer where insurer_number = ? and started_on is not null")
                .param(insurer.value())
                .query(LocalDate.class)
                .optional();
    }

    /** The lines of the ledger that stand, with their channels; a 失効 is none. */
    Map<PersonKey, List<Said>> listSaid(JobPermit permit, List<PersonKey> persons) {
        record Line(PersonKey person, Said said) {}
        return database
                .sql("""
                select * from (
                    select distinct on (e.insurer_number, e.insured_number, e.source) e.*
                    from unnest(?, ?) as q (insurer_number, insured_number)
                    join consent.event e on e.insurer_number = q.insurer_number and e.insured_number = q.insured_number
                    order by e.insurer_number, e.insured_number, e.source, e.revision desc) as e
                where act in ('GRANT', 'REFUSE', 'WITHDRAW')""")
                .params(PersonKey.insurers(persons), PersonKey.insureds(persons))
                .query((row, n) -> new Line(
                        new PersonKey(
                                new InsurerNumber(row.getString("insurer_number")),
                                new InsuredNumber(row.getString("insured_number"))),
                        new Said(
                                ConsentAct.valueOf(row.getString("act")),
                                row.getObject("acted_on", LocalDate.class),
                                row.getString("channel"))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Line::person, Collectors.mapping(Line::said, Collectors.toList())));
    }

    int countCertified(JobPermit permit, InsurerNumber insurer, LocalDate today) {
        return database.sql("""
                select count(distinct insured_number) from certification.facts
                where insurer_number = ? and certified_on <= ? and valid_to >= ?""")
                .params(insurer.value(), today, today)
                .query(Integer.class)
                .single();
    }

    /** In place of the one before. */
    void put(JobPermit permit, InsurerNumber insurer, Coverage coverage) {
        database.sql("delete from consent.coverage where insurer_number = ?")
                .param(insurer.value())
                .update();
        put(insurer, "CERTIFIED", "", "", coverage.certified());
        coverage.standings().forEach((standing, persons) -> put(insurer, "STANDING", standing.name(), "", persons));
        coverage.inForce()
                .forEach((channel, periods) -> periods.forEach(
                        (period, persons) -> put(insurer, "IN_FORCE", channel, period.name(), persons)));
        coverage.oldOnly().forEach((month, persons) -> put(insurer, "OLD_ONLY", month.toString(), "", persons));
    }

    private void put(InsurerNumber insurer, String figure, String what, String period, int persons) {
        database.sql(
                        "insert into consent.coverage (insurer_number, figure, what, period, persons) values (?, ?, ?, ?, ?)")
                .params(insurer.value(), figure, what, period, persons)
                .update();
    }

    /** None before the first count. */
    Optional<Coverage> find(InsurerPermit permit) {
        Map<Standing, Integer> standings = new EnumMap<>(Standing.class);
        Map<String, Map<Period, Integer>> inForce = new TreeMap<>();
        TreeMap<YearMonth, Integer> oldOnly = new TreeMap<>();
        int[] certified = {0};
        database.sql("select * from consent.coverage where insurer_number = ?")
                .param(permit.insurer().value())
                .query(row -> {
                    int persons = row.getInt("persons");
                    switch (row.getString("figure")) {
                        case "STANDING" -> standings.put(Standing.valueOf(what(row)), persons);
                        case "IN_FORCE" ->
                            inForce.computeIfAbsent(what(row), key -> new EnumMap<>(Period.class))
                                    .put(Period.valueOf(row.getString("period")), persons);
                        case "OLD_ONLY" -> oldOnly.put(YearMonth.parse(what(row)), persons);
                        default -> certified[0] = persons;
                    }
                });
        return database.sql("""
                select day from consent.lapse_run r where insurer_number = ?
                    and exists (select from consent.coverage c where c.insurer_number = r.insurer_number)""")
                .param(permit.insurer().value())
                .query(LocalDate.class)
                .optional()
                .map(day -> new Coverage(day, certified[0], standings, inForce, oldOnly));
    }

    private static String what(ResultSet row) throws SQLException {
        return row.getString("what");
    }
}
