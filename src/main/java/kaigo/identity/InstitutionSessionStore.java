package kaigo.identity;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import kaigo.identity.InstitutionSessions.Client;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

@Component
class InstitutionSessionStore {

    /** A session goes on as long as its account does, with the same password. Parameters: at. */
    private static final String GOES_ON = """
            from identity.institution_session s
            join identity.institution_account a on a.kind = s.kind and a.number = s.number and a.login = s.login
            where s.ended_at is null and a.active and (a.locked_until is null or a.locked_until <= :at)
                and s.credential = sha256(convert_to(a.password_hash, 'UTF8'))
                and s.kind = :kind and s.number = :number and s.fingerprint = :fingerprint""";

    private final JdbcClient database;

    InstitutionSessionStore(JdbcClient database) {
        this.database = database;
    }

    /** Hashes of the tokens, and their ends. */
    record Session(byte[] access, Instant accessUntil, byte[] refresh, Instant refreshUntil) {}

    /** A sign-in that goes on until then. */
    record Running(String login, Instant until) {}

    void add(Session session, InstitutionAccount account, String fingerprint) {
        with(session, database.sql("""
                insert into identity.institution_session (id, kind, number, login, fingerprint, credential,
                    access_hash, access_until, refresh_hash, refresh_until)
                values (:id, :kind, :number, :login, :fingerprint, sha256(convert_to(:credential, 'UTF8')),
                    :access, :accessUntil, :refresh, :refreshUntil)"""))
                .param("id", UUID.randomUUID())
                .param("kind", account.institution().kind().code())
                .param("number", account.institution().number())
                .param("login", account.login())
                .param("fingerprint", fingerprint)
                .param("credential", account.passwordHash())
                .update();
    }

    /** The login of an access token that is good. */
    Optional<String> findLogin(byte[] access, Client client, Instant now) {
        return of(
                        client,
                        now,
                        database.sql(
                                "select s.login " + GOES_ON + " and s.access_hash = :token and s.access_until > :at"))
                .param("token", access)
                .query(String.class)
                .optional();
    }

    /** The sign-in whose refresh token is good. */
    Optional<Running> findRunning(byte[] refresh, Client client, Instant now) {
        return of(
                        client,
                        now,
                        database.sql("select s.login, s.refresh_until " + GOES_ON
                                + " and s.refresh_hash = :token and s.refresh_until > :at"))
                .param("token", refresh)
                .query((row, number) -> new Running(
                        row.getString("login"),
                        row.getObject("refresh_until", OffsetDateTime.class).toInstant()))
                .optional();
    }

    /** Of two at once with the same token only one turns it. */
    boolean turn(byte[] refresh, Session next) {
        return with(next, database.sql("""
                update identity.institution_session set access_hash = :access, access_until = :accessUntil,
                    spent_hash = refresh_hash, refresh_hash = :refresh
                where refresh_hash = :old and ended_at is null and refresh_until = :refreshUntil""")).param("old", refresh).update() > 0;
    }

    /** @return whether a session was ended because its spent token came again */
    boolean endSpent(byte[] refresh, Instant now) {
        return database.sql(
                                "update identity.institution_session set ended_at = ? where spent_hash = ? and ended_at is null")
                        .params(utc(now), refresh)
                        .update()
                > 0;
    }

    void end(byte[] access, Instant now) {
        database.sql("update identity.institution_session set ended_at = ? where access_hash = ? and ended_at is null")
                .params(utc(now), access)
                .update();
    }

    void forgetOld(InstitutionAccount account, Instant now) {
        database.sql("""
                delete from identity.institution_session
                where kind = ? and number = ? and login = ? and refresh_until < ?""")
                .params(
                        account.institution().kind().code(),
                        account.institution().number(),
                        account.login(),
                        utc(now))
                .update();
    }

    private static StatementSpec with(Session session, StatementSpec statement) {
        return statement
                .param("access", session.access())
                .param("accessUntil", utc(session.accessUntil()))
                .param("refresh", session.refresh())
                .param("refreshUntil", utc(session.refreshUntil()));
    }

    private static StatementSpec of(Client client, Instant now, StatementSpec statement) {
        return statement
                .param("kind", client.institution().kind().code())
                .param("number", client.institution().number())
                .param("fingerprint", client.fingerprint())
                .param("at", utc(now));
    }

    private static OffsetDateTime utc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
