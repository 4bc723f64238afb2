package kaigo.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import kaigo.shared.Days;
import kaigo.shared.InstitutionViewer;
import kaigo.shared.InsuredNumber;
import kaigo.shared.InsurerNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * One statement over the views that the rooms publish (settled 13), for one person or a page of them. A person who is not
 * there, or was deleted, is one whom nobody has verified: the same statement, the same answer.
 */
@Component
final class FileFactStore {

    /**
     * Each branch looks up one or two tables by their key: what an aggregate or a subquery would gather, {@link FactRows}
     * gathers. In place of %s stand the persons, {@code q}. Parameters: kind, number, login, holder, fingerprint, today, at.
     */
    private static final String FACTS = """
            select 'VIEWER' as fact, null as insurer_number, null as insured_number, a.care_manager_number as word, null as word2,
                a.jobs as words, array(select service_code from participants.institution_service s
                    where s.number = :number and s.kind = :kind and s.valid_from <= :today and (s.valid_to is null or s.valid_to >= :today))
                    as words2,
                null::date as day, null::date as day2, null::date as day3, null::date as day4, null::timestamptz as at,
                a.active and not a.bootstrap and a.initial_until is null and n.number is not null and k.fingerprint is not null
                    as flag, false as flag2
            from (values (1)) as one
            left join identity.institution_account a on a.kind = :kind and a.number = :number and a.login = :login
            left join participants.institution n on n.kind = :kind and n.number = :number
                and n.valid_from <= :today and (n.valid_to is null or n.valid_to >= :today)
            left join identity.client_certificate k on k.holder = :holder and k.fingerprint = :fingerprint
                and k.revoked_at is null and k.not_after >= :at
            union all
            select 'PERSON', q.insurer_number, q.insured_number, k.insured_number, case when p.protection then 'PROTECTED' end, null, null,
                v.viewable_until, p.lost_on, null, null, null, p.insured_number is not null, i.started_on <= :today
            from %1$s
            left join participants.insurer i on i.insurer_number = q.insurer_number
            left join insured.facts p on p.insurer_number = q.insurer_number and p.insured_number = q.insured_number
            left join insured.keyed k on k.insurer_number = q.insurer_number and k.insured_number = q.insured_number
            left join insured.viewing_facts v on v.insurer_number = q.insurer_number
                and v.insured_number = q.insured_number and v.office_number = :number and :kind = 2
            union all
            select 'OTHER', q.insurer_number, q.insured_number, s.other_insurer, s.other_insured, null, null,
                v.viewable_until, null, null, null, null, true, false
            from %1$s
            join insured.same_person s on s.insurer_number = q.insurer_number and s.insured_number = q.insured_number
            left join insured.viewing_facts v on v.insurer_number = s.other_insurer
                and v.insured_number = s.other_insured and v.office_number = :number and :kind = 2
            union all
            select 'APPLICATION', q.insurer_number, q.insured_number, c.history_no, null, null, null,
                c.filed_on, c.certified_on, c.valid_to, c.ended_on, null, c.anew, false
            from %1$s
            join certification.facts c on c.insurer_number = q.insurer_number and c.insured_number = q.insured_number
            union all
            select 'REQUEST', q.insurer_number, q.insured_number, o.history_no, null, null, null,
                o.filed_on, null, null, null, null, true, false
            from %1$s
            join opinion.facts o on o.insurer_number = q.insurer_number and o.insured_number = q.insured_number
                and o.issuer_kind = :kind::text and o.issuer_number = :number
            union all
            select 'CONSENT', q.insurer_number, q.insured_number, c.act, null, null, null,
                c.acted_on, c.filed_on, c.valid_from, c.valid_to, c.heard_at, c.by_form, false
            from %1$s
            join consent.facts c on c.insurer_number = q.insurer_number and c.insured_number = q.insured_number""";

    private static final String FACTS_OF_ONE =
            FACTS.formatted("(values (:insurer, :insured)) as q (insurer_number, insured_number)");

    private static final NamedSql OF_ONE = new NamedSql(FACTS_OF_ONE);

    private static final NamedSql OF_MANY =
            new NamedSql(FACTS.formatted("unnest(:insurers, :insureds) as q (insurer_number, insured_number)"));

    /**
     * 利用者一覧, a page of it behind a person: whom an office has verified, and for whom this very institution was asked for
     * an opinion (rulings 12 to 14). Of old requests those are left out that the rule would close anyhow.
     */
    private static final String OWN_LIST = """
            select own.insurer_number, own.insured_number, own.filed_on, own.served_in,
                case when own.viewable_until is not null then greatest(own.viewable_until,
                    (select max(o.viewable_until) from insured.same_person s
                    join insured.viewing_facts o on o.insurer_number = s.other_insurer
                        and o.insured_number = s.other_insured and o.office_number = :number
                    where s.insurer_number = own.insurer_number and s.insured_number = own.insured_number))
                end as viewable_until
            from (
                select insurer_number, insured_number, max(viewable_until) as viewable_until, max(served_in) as served_in,
                    max(filed_on) as filed_on
                from (
                    select insurer_number, insured_number, viewable_until, served_in, null::date as filed_on
                    from insured.viewing_facts
                    where office_number = :number and :kind = 2
                        and (insurer_number, insured_number) > (:insurer, :insured)
                    union all
                    select o.insurer_number, o.insured_number, null, null, o.filed_on
                    from opinion.facts o
                    left join certification.facts c on c.insurer_number = o.insurer_number
                        and c.insured_number = o.insured_number and c.history_no = o.history_no
                    where o.issuer_kind = :kind::text and o.issuer_number = :number
                        and (o.insurer_number, o.insured_number) > (:insurer, :insured)
                        and (o.filed_on >= :today::date - 31 or coalesce(c.certified_on, c.ended_on, :today) >= :today)
                ) as every
                group by 1, 2 order by 1, 2 limit :limit) as own
            order by 1, 2""";

    private final JdbcClient database;

    FileFactStore(JdbcClient database) {
        this.database = database;
    }

    @NotAboutAPerson("facts for the gate's own decision; they leave in no answer")
    FileFacts read(InstitutionViewer viewer, PersonKey person, Instant at) {
        FactRows rows = gather(
                OF_ONE,
                of(viewer, at)
                        .addValue("insurer", person.insurer().value())
                        .addValue("insured", person.insured().value()));
        return rows.facts(person, Days.of(at));
    }

    @NotAboutAPerson("facts for the gate's own decision; they leave in no answer")
    Map<PersonKey, FileFacts> read(InstitutionViewer viewer, List<PersonKey> persons, Instant at) {
        FactRows rows = gather(
                OF_MANY,
                of(viewer, at)
                        .addValue(
                                "insurers",
                                array(persons, person -> person.insurer().value()))
                        .addValue(
                                "insureds",
                                array(persons, person -> person.insured().value())));
        Map<PersonKey, FileFacts> found = new LinkedHashMap<>();
        persons.forEach(person -> found.put(person, rows.facts(person, Days.of(at))));
        return found;
    }

    @NotAboutAPerson("whom the viewer has put there, or was asked about; what may be shown of them is decided next")
    List<Candidate> listOwn(InstitutionViewer viewer, @Nullable PersonKey after, int limit, Instant at) {
        return database.sql(OWN_LIST)
                .param("today", Days.of(at))
                .param("number", viewer.institution().number())
                .param("kind", viewer.institution().kind().code())
                .param("insurer", after == null ? "" : after.insurer().value())
                .param("insured", after == null ? "" : after.insured().value())
                .param("limit", limit)
                .query((row, number) -> new Candidate(
                        person(row),
                        row.getObject("viewable_until", LocalDate.class),
                        row.getObject("served_in", LocalDate.class),
                        row.getObject("filed_on", LocalDate.class)))
                .list();
    }

    private FactRows gather(NamedSql statement, MapSqlParameterSource parameters) {
        FactRows rows = new FactRows();
        database.sql(statement.positional())
                .params(statement.values(parameters))
                .query(rows::add);
        return rows;
    }

    private static MapSqlParameterSource of(InstitutionViewer viewer, Instant at) {
        return new MapSqlParameterSource()
                .addValue("kind", viewer.institution().kind().code())
                .addValue("number", viewer.institution().number())
                .addValue("login", viewer.login())
                .addValue("holder", viewer.institution().holder())
                .addValue("fingerprint", viewer.fingerprint())
                .addValue("today", Days.of(at))
                .addValue("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC));
    }

    private static String[] array(List<PersonKey> persons, Function<PersonKey, String> part) {
        return persons.stream().map(part).toArray(String[]::new);
    }

    private static PersonKey person(ResultSet row) throws SQLException {
        return new PersonKey(
                new InsurerNumber(row.getString("insurer_number")), new InsuredNumber(row.getString("insured_number")));
    }
}
