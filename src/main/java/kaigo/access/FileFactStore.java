package kaigo.access;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import kaigo.access.rules.OpinionRequest;
import kaigo.access.rules.Viewpoint.Verification;
import kaigo.shared.CareManagerNumber;
import kaigo.shared.Days;
import kaigo.shared.InstitutionViewer;
import kaigo.shared.InsuredNumber;
import kaigo.shared.InsurerNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/**
 * One statement over the views that the rooms publish (settled 13), for one person or a page of them. A person who is not
 * there, or was deleted, is one whom nobody has verified: the same statement, the same answer.
 */
@Component
final class FileFactStore {

    /** Of each {@code q}. Parameters: kind, number, login, holder, fingerprint, today, at. */
    private static final String FACTS = """
            select q.insurer_number, q.insured_number,
                coalesce(a.active and n.number is not null and k.fingerprint is not null, false) as in_order,
                a.jobs, a.care_manager_number,
                array(select service_code from participants.institution_service s
                    where s.number = :number and s.kind = :kind and s.valid_from <= :today and (s.valid_to is null or s.valid_to >= :today))
                    as services,
                coalesce(i.started_on <= :today, false) as started,
                v.viewable_until, p.lost_on, f.certified, f.requests, f.consent, f.applications
            from %s as q (insurer_number, insured_number)
            left join identity.institution_account a
                on a.kind = :kind and a.number = :number and a.login = :login
            left join participants.institution n on n.kind = :kind and n.number = :number
                and n.valid_from <= :today and (n.valid_to is null or n.valid_to >= :today)
            left join identity.client_certificate k on k.holder = :holder and k.fingerprint = :fingerprint
                and k.revoked_at is null and k.not_after >= :at
            left join participants.insurer i on i.insurer_number = q.insurer_number
            left join insured.facts p on p.insurer_number = q.insurer_number and p.insured_number = q.insured_number
            left join insured.viewing_facts v on v.insurer_number = p.insurer_number
                and v.insured_number = p.insured_number and v.office_number = :number and :kind = 2
            cross join lateral (
                with filed as materialized (select * from certification.facts c
                    where c.insurer_number = p.insurer_number and c.insured_number = p.insured_number)
                select array(select history_no from filed where certified_on <= :today) as certified,
                    array(select o.filed_on::text || ' ' || coalesce(coalesce(filed.certified_on, filed.ended_on)::text, '')
                        from opinion.facts o left join filed on filed.history_no = o.history_no
                        where o.insurer_number = p.insurer_number and o.insured_number = p.insured_number
                            and o.issuer_kind = :kind::text and o.issuer_number = :number) as requests,
                    (select coalesce(json_agg(c), '[]') from consent.facts c
                        where c.insurer_number = p.insurer_number and c.insured_number = p.insured_number) as consent,
                    (select coalesce(json_agg(filed), '[]') from filed) as applications
            ) as f
            order by 1, 2""";

    private static final String OF_ONE = FACTS.formatted("(values (:insurer, :insured))");

    private static final String OF_MANY = FACTS.formatted("unnest(:insurers, :insureds)");

    /** 利用者一覧 of an office, a page of it behind a person. */
    private static final String OWN_LIST = """
            select insurer_number, insured_number, viewable_until, served_in from insured.viewing_facts
            where office_number = :number and :kind = 2 and (insurer_number, insured_number) > (:insurer, :insured)
            order by insurer_number, insured_number limit :limit""";

    private final JdbcClient database;

    FileFactStore(JdbcClient database) {
        this.database = database;
    }

    @NotAboutAPerson("facts for the gate's own decision; they leave in no answer")
    FileFacts read(InstitutionViewer viewer, PersonKey person, Instant at) {
        return of(viewer, at, database.sql(OF_ONE))
                .param("insurer", person.insurer().value())
                .param("insured", person.insured().value())
                .query((row, number) -> facts(row, Days.of(at)))
                .single();
    }

    @NotAboutAPerson("facts for the gate's own decision; they leave in no answer")
    Map<PersonKey, FileFacts> read(InstitutionViewer viewer, List<PersonKey> persons, Instant at) {
        Map<PersonKey, FileFacts> found = new LinkedHashMap<>();
        of(viewer, at, database.sql(OF_MANY))
                .param("insurers", array(persons, person -> person.insurer().value()))
                .param("insureds", array(persons, person -> person.insured().value()))
                .query((row, number) -> Map.entry(person(row), facts(row, Days.of(at))))
                .list()
                .forEach(one -> found.put(one.getKey(), one.getValue()));
        return found;
    }

    @NotAboutAPerson("whom the viewer itself has put there; what may be shown of them is decided next")
    List<Candidate> listOwn(InstitutionViewer viewer, @Nullable PersonKey after, int limit) {
        return database.sql(OWN_LIST)
                .param("number", viewer.institution().number())
                .param("kind", viewer.institution().kind().code())
                .param("insurer", after == null ? "" : after.insurer().value())
                .param("insured", after == null ? "" : after.insured().value())
                .param("limit", limit)
                .query((row, number) -> new Candidate(
                        person(row),
                        row.getObject("viewable_until", LocalDate.class),
                        row.getObject("served_in", LocalDate.class)))
                .list();
    }

    private static StatementSpec of(InstitutionViewer viewer, Instant at, StatementSpec statement) {
        return statement
                .param("kind", viewer.institution().kind().code())
                .param("number", viewer.institution().number())
                .param("login", viewer.login())
                .param("holder", viewer.institution().holder())
                .param("fingerprint", viewer.fingerprint())
                .param("today", Days.of(at))
                .param("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC));
    }

    private static String[] array(List<PersonKey> persons, Function<PersonKey, String> part) {
        return persons.stream().map(part).toArray(String[]::new);
    }

    private static PersonKey person(ResultSet row) throws SQLException {
        return new PersonKey(
                new InsurerNumber(row.getString("insurer_number")), new InsuredNumber(row.getString("insured_number")));
    }

    private static FileFacts facts(ResultSet row, LocalDate today) throws SQLException {
        return new FileFacts(
                row.getBoolean("in_order"),
                strings(row.getArray("jobs")),
                careManager(row.getString("care_manager_number")),
                strings(row.getArray("services")),
                row.getBoolean("started"),
                verification(row.getObject("viewable_until", LocalDate.class), today),
                requests(strings(row.getArray("requests"))),
                Set.copyOf(strings(row.getArray("certified"))),
                row.getString("consent"),
                row.getString("applications"),
                row.getObject("lost_on", LocalDate.class));
    }

    private static @Nullable CareManagerNumber careManager(@Nullable String number) {
        return number == null ? null : new CareManagerNumber(number);
    }

    private static Verification verification(@Nullable LocalDate until, LocalDate today) {
        if (until == null) {
            return Verification.NONE;
        }
        return today.isAfter(until) ? Verification.EXPIRED : Verification.VALID;
    }

    private static List<OpinionRequest> requests(List<String> rows) {
        List<OpinionRequest> requests = new ArrayList<>(rows.size());
        for (String row : rows) {
            String[] days = row.split(" ", -1);
            requests.add(
                    new OpinionRequest(LocalDate.parse(days[0]), days[1].isEmpty() ? null : LocalDate.parse(days[1])));
        }
        return requests;
    }

    private static List<String> strings(@Nullable Array array) throws SQLException {
        return array == null ? List.of() : List.of((String[]) array.getArray());
    }
}
