package kaigo.access;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kaigo.shared.AccountRole;
import kaigo.shared.Days;
import kaigo.shared.InstitutionId;
import kaigo.shared.InsurerNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where the facts of a decision come from, for whoever asks how it came about. */
@Component
class ExplainStore {

    private final JdbcClient database;

    ExplainStore(JdbcClient database) {
        this.database = database;
    }

    /** The rows of a source; one without values if there is none. */
    List<ExplainedFact> list(ExplainPermit permit, ExplainedViewer viewer, String fingerprint, ExplainSource source) {
        List<ExplainedFact> rows = database.sql(source.statement())
                .params(parameters(permit, viewer, fingerprint))
                .query((row, n) -> new ExplainedFact(source.question(), source.from(), values(row)))
                .list();
        return rows.isEmpty() ? List.of(new ExplainedFact(source.question(), source.from(), Map.of())) : rows;
    }

    /** The lines of the ledger that stand, as the room of consent reads them, in the order of {@link #list}. */
    String consentLines(ExplainPermit permit) {
        return ofPerson(permit, """
                select coalesce(json_agg(c order by acted_on, recorded_at, source), '[]')::text
                from consent.explained c join insured.facts using (insurer_number, insured_number)
                where insurer_number = :insurer and insured_number = :insured""");
    }

    String applications(ExplainPermit permit) {
        return ofPerson(permit, """
                select coalesce(json_agg(c), '[]')::text
                from certification.facts c join insured.facts using (insurer_number, insured_number)
                where insurer_number = :insurer and insured_number = :insured""");
    }

    /** What the rule has to know of a person for whoever is no institution. */
    record PersonFacts(
            boolean present,
            boolean started,
            boolean certified,
            @Nullable LocalDate lostOn) {}

    PersonFacts readPerson(ExplainPermit permit, LocalDate today) {
        return database.sql("""
                select p.insured_number is not null as present, coalesce(i.started_on <= :today, false) as started,
                    p.lost_on, exists (select from certification.facts c where c.insurer_number = p.insurer_number
                        and c.insured_number = p.insured_number and c.certified_on <= :today) as certified
                from (values (:insurer, :insured)) q (insurer_number, insured_number)
                left join participants.insurer i on i.insurer_number = q.insurer_number
                left join insured.facts p on p.insurer_number = q.insurer_number and p.insured_number = q.insured_number""")
                .param("insurer", permit.person().insurer().value())
                .param("insured", permit.person().insured().value())
                .param("today", today)
                .query((row, n) -> new PersonFacts(
                        row.getBoolean("present"),
                        row.getBoolean("started"),
                        row.getBoolean("certified"),
                        row.getObject("lost_on", LocalDate.class)))
                .single();
    }

    /** Whether the account of staff, a member or an operator may be used on the day. */
    boolean isUsable(
            ExplainPermit permit, InsurerNumber organisation, String login, AccountRole role, LocalDate today) {
        permit.person();
        return database.sql("""
                select exists (select from identity.account where insurer_number = ? and login = ? and role = ?
                    and active and (ends_on is null or ends_on >= ?))""")
                .params(organisation.value(), login, role.name(), today)
                .query(Boolean.class)
                .single();
    }

    /** Whether somebody who signed in with these numbers is the person. */
    boolean isSelf(ExplainPermit permit, PersonKey who) {
        return database.sql("""
                select exists (select from insured.facts p where p.insurer_number = :insurer and p.insured_number = :insured
                    and ((:otherInsurer, :otherNumber) = (:insurer, :insured) or exists (
                        select from insured.same_person s where s.insurer_number = :insurer and s.insured_number = :insured
                            and s.other_insurer = :otherInsurer and s.other_insured = :otherNumber)))""")
                .param("insurer", permit.person().insurer().value())
                .param("insured", permit.person().insured().value())
                .param("otherInsurer", who.insurer().value())
                .param("otherNumber", who.insured().value())
                .query(Boolean.class)
                .single();
    }

    /** The newest certificate that is in order, else the newest; none: empty. */
    String chooseCertificate(ExplainPermit permit, ExplainedViewer.Institution viewer, Instant at) {
        permit.person();
        return database.sql("""
                select fingerprint from identity.client_certificate where holder = ?
                order by revoked_at is null and not_after >= ? desc, not_after desc limit 1""")
                .params(viewer.id().holder(), OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                .query(String.class)
                .optional()
                .orElse("");
    }

    private String ofPerson(ExplainPermit permit, String statement) {
        return database.sql(statement)
                .param("insurer", permit.person().insurer().value())
                .param("insured", permit.person().insured().value())
                .query(String.class)
                .single();
    }

    private static Map<String, Object> parameters(ExplainPermit permit, ExplainedViewer viewer, String fingerprint) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("insurer", permit.person().insurer().value());
        parameters.put("insured", permit.person().insured().value());
        switch (viewer) {
            case ExplainedViewer.Institution one -> {
                parameters.putAll(institution(one.id()));
                parameters.put("login", one.login());
                parameters.put("fingerprint", fingerprint);
            }
            case ExplainedViewer.Anybody one -> parameters.putAll(institution(one.id()));
            case ExplainedViewer.Staff(InsurerNumber insurer, String login) -> {
                parameters.put("organisation", insurer.value());
                parameters.put("login", login);
            }
            case ExplainedViewer.Member(InsurerNumber insurer, String login) -> {
                parameters.put("organisation", insurer.value());
                parameters.put("login", login);
            }
            case ExplainedViewer.Operator(String login) -> {
                parameters.put("organisation", AccountRole.OPERATORS.value());
                parameters.put("login", login);
            }
            case ExplainedViewer.Insured insured -> {}
        }
        return parameters;
    }

    private static Map<String, Object> institution(InstitutionId id) {
        return Map.of("kind", id.kind().code(), "number", id.number(), "holder", id.holder());
    }

    private static Map<String, String> values(ResultSet row) throws SQLException {
        ResultSetMetaData columns = row.getMetaData();
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            String value = text(row, i);
            if (value != null) {
                values.put(columns.getColumnLabel(i), value);
            }
        }
        return values;
    }

    /** Instants as they are in Japan. */
    private static @Nullable String text(ResultSet row, int column) throws SQLException {
        return switch (row.getObject(column)) {
            case java.sql.Timestamp instant ->
                instant.toInstant().atZone(Days.JAPAN).toOffsetDateTime().toString();
            case Boolean flag -> flag.toString();
            case null -> null;
            case Object other -> other.toString();
        };
    }
}
