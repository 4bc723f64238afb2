package kaigo.viewing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import kaigo.access.JobPermit;
import kaigo.access.OwnListQuery.Only;
import kaigo.access.PersonKey;
import kaigo.shared.InstitutionId;
import kaigo.shared.InsuredNumber;
import kaigo.shared.InsurerNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 利用者一覧の仕事, as it was decided last. */
@Component
class WorklistStore {

    private final JdbcClient database;

    WorklistStore(JdbcClient database) {
        this.database = database;
    }

    /**
     * Somebody stands on a list, for a time of which either end may be open: a ratio from the July before its August on, a
     * decision from its day on.
     */
    record Entry(
            PersonKey person,
            Only list,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo) {}

    /** One server at a time, until the end of the transaction: the newest decision is written last. */
    boolean takesTurn(JobPermit permit) {
        return database.sql("select pg_try_advisory_xact_lock(hashtextextended('viewing.worklist', 0))")
                .query(Boolean.class)
                .single();
    }

    /**
     * Whoever stands in the list of an office whose services, or whose registration, have begun or ended since the last time is
     * noted as one of whom something is new.
     *
     * @return how many
     */
    int noteNewServices(JobPermit permit, LocalDate today) {
        return database.sql("""
                with changed as (
                    insert into viewing.office_services as known (office_number, services)
                    select o.office_number, array(select distinct s.service_code from participants.institution n
                        join participants.institution_service s on s.number = n.number and s.kind = n.kind
                        where n.number = o.office_number and n.kind = 2
                            and n.valid_from <= :today and (n.valid_to is null or n.valid_to >= :today)
                            and s.valid_from <= :today and (s.valid_to is null or s.valid_to >= :today)
                        order by s.service_code)
                    from (select distinct office_number from insured.viewing_facts) o
                    on conflict (office_number) do update set services = excluded.services
                        where known.services <> excluded.services
                    returning office_number)
                insert into insured.listed_change (insurer_number, insured_number)
                select distinct v.insurer_number, v.insured_number
                from changed c join insured.viewing_facts v on v.office_number = c.office_number""").param("today", today).update();
    }

    /** In whose lists these persons stand. */
    Map<String, List<PersonKey>> listOffices(JobPermit permit, Set<PersonKey> persons) {
        Map<String, List<PersonKey>> offices = new TreeMap<>();
        of("""
                select v.office_number, v.insurer_number, v.insured_number
                from unnest(:insurers, :insureds) as q (insurer_number, insured_number)
                join insured.viewing_facts v on v.insurer_number = q.insurer_number
                    and v.insured_number = q.insured_number""", persons).query(row -> {
            offices.computeIfAbsent(row.getString(1), office -> new ArrayList<>())
                    .add(new PersonKey(new InsurerNumber(row.getString(2)), new InsuredNumber(row.getString(3))));
        });
        return offices;
    }

    /**
     * Of an office that has let somebody go, or whose list has dropped him, nothing stays; also not what it saw of his files at
     * other insurers, unless it knows him by one of their cards.
     */
    void forget(JobPermit permit, Set<PersonKey> persons) {
        of("""
                delete from viewing.worklist t using unnest(:insurers, :insureds) as q (insurer_number, insured_number)
                where t.insurer_number = q.insurer_number and t.insured_number = q.insured_number
                    and not exists (select from insured.viewing_facts v where v.insurer_number = t.insurer_number
                        and v.insured_number = t.insured_number and v.office_number = t.office_number)""", persons).update();
        of("""
                with named as (select * from unnest(:insurers, :insureds) as q (insurer_number, insured_number)),
                file as (
                    select * from named
                    union
                    select s.other_insurer, s.other_insured from named q
                    cross join lateral (select * from insured.same_person x where x.insurer_number = q.insurer_number
                        and x.insured_number = q.insured_number offset 0) s)
                delete from viewing.last_look t using file f
                where t.insurer_number = f.insurer_number and t.insured_number = f.insured_number
                    and not exists (select from insured.viewing_facts v where v.insurer_number = t.insurer_number
                        and v.insured_number = t.insured_number and v.office_number = t.office_number)
                    and not exists (select from insured.same_person s
                        join insured.viewing_facts v on v.insurer_number = s.other_insurer
                            and v.insured_number = s.other_insured and v.office_number = t.office_number
                        where s.insurer_number = t.insurer_number and s.insured_number = t.insured_number)""", persons).update();
    }

    /**
     * The persons stand on these lists of the office and on no other. Only what differs is written: a look that settles a list
     * of one of them waits for nothing that stays as it is.
     */
    void replace(JobPermit permit, InstitutionId office, List<PersonKey> persons, List<Entry> entries) {
        entries(office, entries, """
                delete from viewing.worklist w using unnest(:known, :knownInsured) as p (insurer_number, insured_number)
                where w.insurer_number = p.insurer_number and w.insured_number = p.insured_number and w.office_number = :office
                    and not exists (select from (%s) as q where q.insurer_number = w.insurer_number
                        and q.insured_number = w.insured_number and q.list = w.list and q.valid_from = w.valid_from
                        and q.valid_to = w.valid_to)""")
                .param("known", PersonKey.insurers(persons))
                .param("knownInsured", PersonKey.insureds(persons))
                .update();
        entries(office, entries, """
                insert into viewing.worklist (office_number, insurer_number, insured_number, list, valid_from, valid_to)
                select :office, q.* from (%s) as q on conflict do nothing""").update();
    }

    /** @param statement with the entries, as a query, in place of %s */
    private JdbcClient.StatementSpec entries(InstitutionId office, List<Entry> entries, String statement) {
        return of(statement.formatted("""
                select insurer_number, insured_number, list, coalesce(begins, '-infinity') as valid_from,
                    coalesce(ends, 'infinity') as valid_to
                from unnest(:insurers, :insureds, :lists, :begins::date[], :ends::date[])
                    as e (insurer_number, insured_number, list, begins, ends)"""), entries.stream().map(Entry::person).toList())
                .param("office", office.number())
                .param("lists", array(entries, entry -> entry.list().name()))
                .param("begins", array(entries, entry -> text(entry.validFrom())))
                .param("ends", array(entries, entry -> text(entry.validTo())));
    }

    private JdbcClient.StatementSpec of(String statement, Collection<PersonKey> persons) {
        return database.sql(statement)
                .param("insurers", PersonKey.insurers(persons))
                .param("insureds", PersonKey.insureds(persons));
    }

    private static @Nullable String text(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }

    private static <T> @Nullable String[] array(Collection<T> all, Function<T, @Nullable String> text) {
        return all.stream().map(text).toArray(String[]::new);
    }
}
