package kaigo.accesslog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import kaigo.access.InsurerPermit;
import kaigo.access.OperatorPermit;
import kaigo.access.OwnDoingsPermit;
import kaigo.access.PersonKey;
import kaigo.access.SelfPermit;
import kaigo.audit.AuditLog;
import kaigo.shared.InsuredNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** Reads the audit stream by the follower's rows, the newest entry first. */
@Component
class LogStore {

    private static final String ENTRY =
            "select e.stream, e.number, e.at, e.request_id, e.event, e.actor, e.insurer_number, e.subjects, e.detail";

    private static final String FOUND = ENTRY + """
             from accesslog.%s as f join audit.entry e on e.stream = f.stream and e.number = f.number
            where %s and f.at >= :from and (f.at, f.stream, f.number) < (:at, :stream, :number)
            order by f.at desc, f.stream desc, f.number desc limit :limit""";

    private static final String OF_PERSON = FOUND.formatted(
            "of_person", "f.insurer_number = :insurer and f.insured_number = :insured and (:tries or not f.tried)");

    private static final String OF_INSURER = FOUND.formatted("of_insurer", "f.insurer_number = :insurer");

    private static final String OF_INSTITUTION =
            FOUND.formatted("of_institution", "f.kind = any(:kinds) and f.institution = :institution");

    private static final String OF_LOGIN = FOUND.formatted(
            "of_institution", "f.kind = any(:kinds) and f.institution = :institution and f.login = :login");

    /** Everything, of one stream after the other: first the server's, then that of the commands. */
    private static final String OF_ALL = ENTRY + """
             from audit.entry e
            join (select stream, min(first_number) as first, max(last_number) as last from accesslog.of_day
                where day between :first and :last group by stream) d on d.stream = e.stream
            where e.stream = :one and e.number between d.first and d.last and e.number < :number
            order by e.number desc limit :limit""";

    private final JdbcClient database;

    LogStore(JdbcClient database) {
        this.database = database;
    }

    /** A part of a log behind a place. */
    record Part(Instant from, Place before, int limit) {}

    List<Stored> listAll(InsurerPermit permit, Part part) {
        return of(part, OF_INSURER)
                .param("insurer", permit.insurer().value())
                .query(LogStore::stored)
                .list();
    }

    /** With what was only tried. */
    List<Stored> list(InsurerPermit permit, InsuredNumber person, Part part) {
        return ofPerson(new PersonKey(permit.insurer(), person), true, part);
    }

    /** Without what was only tried. */
    List<Stored> list(SelfPermit permit, PersonKey file, Part part) {
        return permit.files().contains(file) ? ofPerson(file, false, part) : List.of();
    }

    int countTries(SelfPermit permit, Instant from, Instant until) {
        return permit.files().stream()
                .mapToInt(file -> database.sql("""
                        select count(*) from accesslog.of_person
                        where insurer_number = ? and insured_number = ? and tried and at >= ? and at < ?""")
                        .params(file.insurer().value(), file.insured().value(), utc(from), utc(until))
                        .query(Integer.class)
                        .single())
                .sum();
    }

    /** @param login whose doings, or empty for everybody's */
    List<Stored> list(OwnDoingsPermit permit, String login, Part part) {
        Integer[] kind = {permit.institution().kind().code()};
        return ofInstitution(kind, permit.institution().number(), login, part);
    }

    List<Stored> listOfInsurer(OperatorPermit permit, String insurer, Part part) {
        permit.check();
        return of(part, OF_INSURER)
                .param("insurer", insurer)
                .query(LogStore::stored)
                .list();
    }

    /** Of whatever has this number, office or clinic. */
    List<Stored> listOfInstitution(OperatorPermit permit, String number, Part part) {
        permit.check();
        return ofInstitution(new Integer[] {1, 2}, number, "", part);
    }

    /** The server's entries of these days, then those of operators' commands. */
    List<Stored> listAll(OperatorPermit permit, Question days, Place before, int limit) {
        permit.check();
        boolean onCommands = before.stream() == AuditLog.OPERATOR;
        List<Stored> found = onCommands ? List.of() : ofStream(AuditLog.SERVER, days, before, limit);
        if (found.isEmpty()) {
            found = ofStream(AuditLog.OPERATOR, days, before, limit);
        }
        return found;
    }

    /** How many entries wait to be followed. */
    long countBehind(OperatorPermit permit) {
        permit.check();
        return database.sql("""
                select coalesce(sum(greatest(0, coalesce((select max(e.number) from audit.entry e where e.stream = m.stream), 0)
                    - m.number)), 0) from accesslog.mark m""").query(Long.class).single();
    }

    /** Those of the persons who are under 支援措置 now. */
    Set<PersonKey> findProtected(SelfPermit permit) {
        Set<PersonKey> found = new HashSet<>(permit.files());
        found.removeIf(file -> !database.sql("""
                select exists (select from insured.address_hidden where insurer_number = ? and insured_number = ?)""")
                .params(file.insurer().value(), file.insured().value())
                .query(Boolean.class)
                .single());
        return found;
    }

    private List<Stored> ofPerson(PersonKey person, boolean tries, Part part) {
        return of(part, OF_PERSON)
                .param("insurer", person.insurer().value())
                .param("insured", person.insured().value())
                .param("tries", tries)
                .query(LogStore::stored)
                .list();
    }

    private List<Stored> ofInstitution(Integer[] kinds, String number, String login, Part part) {
        StatementSpec statement =
                login.isEmpty() ? of(part, OF_INSTITUTION) : of(part, OF_LOGIN).param("login", login);
        return statement
                .param("kinds", kinds)
                .param("institution", number)
                .query(LogStore::stored)
                .list();
    }

    private List<Stored> ofStream(short stream, Question days, Place before, int limit) {
        boolean goesOn = before.stream() == stream;
        return database.sql(OF_ALL)
                .param("first", days.from())
                .param("last", days.until())
                .param("one", stream)
                .param("number", goesOn ? before.number() : Long.MAX_VALUE)
                .param("limit", limit)
                .query(LogStore::stored)
                .list();
    }

    private StatementSpec of(Part part, String sql) {
        return database.sql(sql)
                .param("from", utc(part.from()))
                .param("at", utc(part.before().at()))
                .param("stream", part.before().stream())
                .param("number", part.before().number())
                .param("limit", part.limit());
    }

    private static Stored stored(ResultSet row, int n) throws SQLException {
        Place place = new Place(
                row.getObject("at", OffsetDateTime.class).toInstant(), row.getShort("stream"), row.getLong("number"));
        return new Stored(
                place,
                row.getString("request_id"),
                row.getString("event"),
                row.getString("actor"),
                row.getString("insurer_number"),
                List.of((String[]) row.getArray("subjects").getArray()),
                row.getString("detail"));
    }

    private static OffsetDateTime utc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
