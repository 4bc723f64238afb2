package kaigo.viewing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kaigo.access.FilePermit;
import kaigo.access.JobPermit;
import kaigo.access.ListPermit;
import kaigo.access.NotAboutAPerson;
import kaigo.access.OwnListQuery.Only;
import kaigo.access.PersonKey;
import kaigo.access.rules.Kind;
import kaigo.shared.Days;
import kaigo.shared.InstitutionId;
import kaigo.shared.InsuredNumber;
import kaigo.shared.InsurerNumber;
import kaigo.viewing.ChangeCursor.Since;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 前回の閲覧: up to when an office has seen a tab of somebody on the screen. */
@Component
class LastLookStore {

    private static final String[] FOLLOWED = Arrays.stream(Tab.values())
            .filter(tab -> tab.worklist().isPresent())
            .map(Tab::name)
            .toArray(String[]::new);

    private final JdbcClient database;

    LastLookStore(JdbcClient database) {
        this.database = database;
    }

    /** @param looked false: the office only began to know the person then */
    record Before(Since since, boolean looked) {}

    /**
     * @param seen at the last look, or when the office began to know the person
     * @param base at the last look of an earlier day
     */
    record LastLook(Before seen, Before base) {

        /** What a mark on the page compares with: what changed today stays marked all day. */
        Before comparedOn(LocalDate today) {
            return Days.of(seen.since().at()).isBefore(today) ? seen : base;
        }
    }

    Optional<LastLook> find(FilePermit permit, InstitutionId office, Tab tab) {
        return database.sql("""
                select * from viewing.last_look
                where insurer_number = ? and insured_number = ? and office_number = ? and tab = ?""")
                .params(permit.insurer().value(), permit.insured().value(), office.number(), tab.name())
                .query((row, n) -> look(row))
                .optional();
    }

    /** Of those of whom the banner is shown. */
    Map<PersonKey, Since> list(ListPermit permit, InstitutionId office, Tab tab) {
        List<PersonKey> persons = permit.listFor(Kind.BANNER);
        Map<PersonKey, Since> seen = new HashMap<>();
        database.sql("""
                select l.* from unnest(?, ?) as q (insurer_number, insured_number)
                join viewing.last_look l on l.insurer_number = q.insurer_number and l.insured_number = q.insured_number
                where l.office_number = ? and l.tab = ?""")
                .params(PersonKey.insurers(persons), PersonKey.insureds(persons), office.number(), tab.name())
                .query(row -> {
                    seen.put(person(row), look(row).seen().since());
                });
        return seen;
    }

    /** From now on the office knows them. */
    void meet(JobPermit permit, InstitutionId office, Set<PersonKey> persons, Since since) {
        database.sql("""
                insert into viewing.last_look (insurer_number, insured_number, office_number, tab, seen_at,
                    seen_transaction, base_at, base_transaction)
                select q.insurer_number, q.insured_number, ?, t.tab, s.at, s.transaction, s.at, s.transaction
                from unnest(?, ?) as q (insurer_number, insured_number)
                cross join unnest(?) as t (tab)
                cross join (values (?::timestamptz, ?::bigint)) as s (at, transaction)
                on conflict do nothing""")
                .params(
                        office.number(),
                        PersonKey.insurers(persons),
                        PersonKey.insureds(persons),
                        FOLLOWED,
                        utc(since.at()),
                        since.transaction())
                .update();
    }

    /**
     * The office has seen it: what it was told of is settled. The job decides again, in case something came meanwhile.
     *
     * @param settled the worklist of the tab
     */
    @NotAboutAPerson("what an office itself has looked at, a moment ago and by the gate")
    void remember(InstitutionId office, PersonKey person, Tab tab, Only settled, Since since) {
        LocalDate today = Days.of(since.at());
        database.sql("""
                with settled as (
                    delete from viewing.worklist
                    where insurer_number = :insurer and insured_number = :insured and office_number = :office and list = :list),
                again as (
                    insert into insured.listed_change (insurer_number, insured_number)
                    select :insurer, :insured where exists (select from insured.viewing_facts
                        where insurer_number = :insurer and insured_number = :insured and office_number = :office))
                insert into viewing.last_look as l (insurer_number, insured_number, office_number, tab, seen_at,
                    seen_transaction, seen_looked, base_at, base_transaction, base_looked)
                values (:insurer, :insured, :office, :tab, :at, :transaction, true, :at, :transaction, true)
                on conflict (insurer_number, insured_number, office_number, tab) do update set
                    base_at = case when l.seen_at < :day then l.seen_at else l.base_at end,
                    base_transaction = case when l.seen_at < :day then l.seen_transaction else l.base_transaction end,
                    base_looked = case when l.seen_at < :day then l.seen_looked else l.base_looked end,
                    seen_at = excluded.seen_at, seen_transaction = excluded.seen_transaction, seen_looked = true""")
                .param("insurer", person.insurer().value())
                .param("insured", person.insured().value())
                .param("office", office.number())
                .param("tab", tab.name())
                .param("list", settled.name())
                .param("at", utc(since.at()))
                .param("day", utc(today.atStartOfDay(Days.JAPAN).toInstant()))
                .param("transaction", since.transaction())
                .update();
    }

    private static LastLook look(ResultSet row) throws SQLException {
        return new LastLook(before(row, "seen"), before(row, "base"));
    }

    private static Before before(ResultSet row, String which) throws SQLException {
        Since since = new Since(
                row.getLong(which + "_transaction"),
                row.getObject(which + "_at", OffsetDateTime.class).toInstant());
        return new Before(since, row.getBoolean(which + "_looked"));
    }

    private static PersonKey person(ResultSet row) throws SQLException {
        return new PersonKey(
                new InsurerNumber(row.getString("insurer_number")), new InsuredNumber(row.getString("insured_number")));
    }

    private static OffsetDateTime utc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
