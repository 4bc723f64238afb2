package kaigo.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kaigo.shared.InstitutionId;
import kaigo.shared.Job;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class InstitutionAccountStore {

    private static final String COLUMNS = "login, display_name, password_hash, jobs, mail, active, locked_until";

    private final JdbcClient database;

    InstitutionAccountStore(JdbcClient database) {
        this.database = database;
    }

    Optional<InstitutionAccount> find(InstitutionId institution, String login) {
        return database.sql("select " + COLUMNS
                        + " from identity.institution_account where kind = ? and number = ? and login = ?")
                .params(institution.kind().code(), institution.number(), login)
                .query((row, n) -> account(institution, row))
                .optional();
    }

    List<InstitutionAccount> list(InstitutionId institution) {
        return database.sql("select " + COLUMNS
                        + " from identity.institution_account where kind = ? and number = ? order by login")
                .params(institution.kind().code(), institution.number())
                .query((row, n) -> account(institution, row))
                .list();
    }

    void put(NewInstitutionAccount account, String passwordHash, boolean demo) {
        var number = account.careManagerNumber();
        database.sql("""
                insert into identity.institution_account
                    (kind, number, login, display_name, password_hash, jobs, care_manager_number, mail, demo)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (kind, number, login) do update
                set display_name = excluded.display_name, password_hash = excluded.password_hash, jobs = excluded.jobs,
                    care_manager_number = excluded.care_manager_number, mail = excluded.mail, demo = excluded.demo""")
                .params(Arrays.asList(
                        account.institution().kind().code(),
                        account.institution().number(),
                        account.login(),
                        account.displayName(),
                        passwordHash,
                        account.jobs().stream().map(Job::name).sorted().toArray(String[]::new),
                        number == null ? null : number.value(),
                        account.mail(),
                        demo))
                .update();
    }

    /** Counts the failed try in the database, so that parallel guesses are all counted, and locks at the limit. */
    void countFailure(InstitutionAccount account, int limit, Instant lockUntil) {
        database.sql("""
                update identity.institution_account set failed_tries = failed_tries + 1,
                    locked_until = case when failed_tries + 1 >= ? then ? else locked_until end
                where kind = ? and number = ? and login = ?""")
                .params(
                        limit,
                        OffsetDateTime.ofInstant(lockUntil, ZoneOffset.UTC),
                        account.institution().kind().code(),
                        account.institution().number(),
                        account.login())
                .update();
    }

    void clearFailures(InstitutionAccount account) {
        database.sql("""
                update identity.institution_account set failed_tries = 0, locked_until = null
                where kind = ? and number = ? and login = ? and failed_tries > 0""")
                .params(
                        account.institution().kind().code(),
                        account.institution().number(),
                        account.login())
                .update();
    }

    /** @return false if there is no such account */
    boolean setActive(InstitutionId institution, String login, boolean active) {
        return database.sql("""
                update identity.institution_account set active = ?, failed_tries = 0, locked_until = null
                where kind = ? and number = ? and login = ?""")
                        .params(active, institution.kind().code(), institution.number(), login)
                        .update()
                > 0;
    }

    private static InstitutionAccount account(InstitutionId institution, ResultSet row) throws SQLException {
        OffsetDateTime locked = row.getObject("locked_until", OffsetDateTime.class);
        return new InstitutionAccount(
                institution,
                row.getString("login"),
                row.getString("display_name"),
                row.getString("password_hash"),
                Stream.of((String[]) row.getArray("jobs").getArray())
                        .map(Job::valueOf)
                        .collect(Collectors.toUnmodifiableSet()),
                row.getString("mail"),
                row.getBoolean("active"),
                locked == null ? null : locked.toInstant());
    }
}
