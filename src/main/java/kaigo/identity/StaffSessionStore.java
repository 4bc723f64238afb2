package kaigo.identity;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import kaigo.screens.Staff;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** サインイン of whoever has no certificate. Whether one goes on {@link AccountStore} asks, at every request. */
@Component
class StaffSessionStore {

    private final JdbcClient database;

    StaffSessionStore(JdbcClient database) {
        this.database = database;
    }

    /** Of those that are long over nothing is kept. */
    UUID begin(StaffAccount account, Instant now) {
        UUID id = UUID.randomUUID();
        of(account.insurer().value(), account.login(), database.sql("""
                with old as (delete from identity.staff_session
                    where insurer_number = :insurer and login = :login and used_at < :idle)
                insert into identity.staff_session (insurer_number, login, id, generation, started_at, used_at)
                values (:insurer, :login, :id, :generation, :at, :at)"""))
                .param("id", id)
                .param("generation", account.generation())
                .param("at", utc(now))
                .param("idle", utc(now.minus(ScreenSessionStore.IDLE)))
                .update();
        return id;
    }

    /** In use, and of the account as it is now. */
    List<OwnSession> list(Staff staff, Instant now) {
        return of(staff, database.sql("""
                select s.id, s.started_at, s.used_at from identity.staff_session s
                join identity.account a using (insurer_number, login, generation)
                where s.insurer_number = :insurer and s.login = :login and s.used_at > :idle order by s.started_at"""))
                .param("idle", utc(now.minus(ScreenSessionStore.IDLE)))
                .query((row, n) -> new OwnSession(
                        row.getObject("id", UUID.class),
                        false,
                        row.getObject("started_at", OffsetDateTime.class).toInstant(),
                        row.getObject("used_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    void end(Staff staff, UUID id) {
        of(staff, database.sql("""
                delete from identity.staff_session
                where insurer_number = :insurer and login = :login and id = :id""")).param("id", id).update();
    }

    /** All but the one that asks. */
    void endOthers(Staff staff) {
        of(staff, database.sql("""
                delete from identity.staff_session
                where insurer_number = :insurer and login = :login and id <> :id""")).param("id", staff.session()).update();
    }

    private static StatementSpec of(Staff staff, StatementSpec statement) {
        return of(staff.organisationNumber(), staff.login(), statement);
    }

    private static StatementSpec of(String insurer, String login, StatementSpec statement) {
        return statement.param("insurer", insurer).param("login", login);
    }

    private static OffsetDateTime utc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
