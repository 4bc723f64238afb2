package kaigo.access;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kaigo.shared.Days;
import kaigo.shared.InstitutionViewer;
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
     * gathers. In place of %1$s stand the persons, {@code q}, of the others what is of them. Parameters: kind, number, login, holder, fingerprint, today, at.
     */
    private static final String FACTS = """
            select 'VIEWER' as fact, null as insurer_number, null as insured_number, a.care_manager_number as word, null as word2,
                a.jobs as words, array(select service_code from participants.institution_service s
                    where s.number = :number and s.kind = :kind and s.valid_from <= :today and (s.valid_to is null or s.valid_to >= :today))
                    as words2,
                null::date as day, null::date as day2, null::date as day3, null::date as day4, null::timestamptz as at,
                a.active and not a.bootstrap and a.initial_until is null and n.number is not null and k.fingerprint is not null
                    as flag, n.number is not null as flag2
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
            %2$s
            left join insured.viewing_facts v on v.insurer_number = s.other_insurer
                and v.insured_number = s.other_insured and v.office_number = :number and :kind = 2
            union all
            select 'APPLICATION', q.insurer_number, q.insured_number, c.history_no, null, null, null,
                c.filed_on, c.certified_on, c.valid_to, c.ended_on, null, c.anew, false
            from %1$s
            %3$s
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
            %4$s""";

    private static final String FACTS_OF_ONE =
            facts("(values (:insurer, :insured)) as q (insurer_number, insured_number)", """
                    join %1$s %2$s on %2$s.insurer_number = q.insurer_number
                        and %2$s.insured_number = q.insured_number""");

    private static final NamedSql OF_ONE = new NamedSql(FACTS_OF_ONE);

    /** Of how many persons, the planner does not know: that each is looked up by its key, is written here (PlanTest). */
    private static final String FACTS_OF_MANY =
            facts("unnest(:insurers, :insureds) as q (insurer_number, insured_number)", """
                    cross join lateral (select * from %1$s x where x.insurer_number = q.insurer_number
                        and x.insured_number = q.insured_number offset 0) %2$s""");

    private static final NamedSql OF_MANY = new NamedSql(FACTS_OF_MANY);

    /** @param related how the rows of a view are found that are of the persons; %1$s the view, %2$s its name */
    private static String facts(String persons, String related) {
        return FACTS.formatted(
                persons,
                related.formatted("insured.same_person", "s"),
                related.formatted("certification.facts", "c"),
                related.formatted("consent.facts", "c"));
    }

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
                        .addValue("insurers", PersonKey.insurers(persons))
                        .addValue("insureds", PersonKey.insureds(persons)));
        Map<PersonKey, FileFacts> found = new LinkedHashMap<>();
        persons.forEach(person -> found.put(person, rows.facts(person, Days.of(at))));
        return found;
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
}
