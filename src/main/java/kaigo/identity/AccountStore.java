package kaigo.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import kaigo.shared.AccountRole;
import kaigo.shared.InsurerNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class AccountStore {

    private final JdbcClient database;

    AccountStore(JdbcClient database) {
        this.database = database;
    }

    Optional<StaffAccount> find(InsurerNumber insurer, String login) {
        return database.sql("""
                select insurer_number, login, display_name, password_hash, role, ends_on, active, failed_tries, locked_until, mail,
                    generation
                from identity.account where insurer_number = ? and login = ?""")
                .params(insurer.value(), login)
                .query(AccountStore::account)
                .optional();
    }

    List<StaffAccount> list(InsurerNumber insurer) {
        return database.sql("""
                select insurer_number, login, display_name, password_hash, role, ends_on, active, failed_tries, locked_until, mail,
                    generation
                from identity.account where insurer_number = ? order by login""")
                .param(insurer.value())
                .query(AccountStore::account)
                .list();
    }

    List<InsurerNumber> listOrganisations() {
        return database.sql("select distinct insurer_number from identity.account order by insurer_number")
                .query((row, n) -> new InsurerNumber(row.getString(1)))
                .list();
    }

    void put(NewAccount account, String passwordHash, boolean demo) {
        database.sql("""
                insert into identity.account
                    (insurer_number, login, display_name, password_hash, role, ends_on, mail, demo)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (insurer_number, login) do update
                set display_name = excluded.display_name, password_hash = excluded.password_hash, role = excluded.role,
                    ends_on = excluded.ends_on, mail = excluded.mail, demo = excluded.demo,
                    generation = identity.account.generation + 1""")
                .params(Arrays.asList(
                        account.organisation().value(),
                        account.login(),
                        account.displayName(),
                        passwordHash,
                        account.role().name(),
                        account.endsOn(),
                        account.memberMail(),
                        demo))
                .update();
    }

    /** Counts the failed try in the database, so that parallel guesses are all counted, and locks at the limit. */
    void countFailure(StaffAccount account, int limit, Instant lockUntil) {
        database.sql("""
                update identity.account set failed_tries = failed_tries + 1,
                    locked_until = case when failed_tries + 1 >= ? then ? else locked_until end
                where insurer_number = ? and login = ?""")
                .params(
                        limit,
                        OffsetDateTime.ofInstant(lockUntil, ZoneOffset.UTC),
                        account.insurer().value(),
                        account.login())
                .update();
    }

    void setActive(InsurerNumber insurer, String login, boolean active) {
        database.sql("""
                update identity.account set active = ?, failed_tries = 0, locked_until = null, generation = generation + 1
                where insurer_number = ? and login = ?""").params(active, insurer.value(), login).update();
    }

    void clearFailures(StaffAccount account) {
        database.sql("""
                update identity.account set failed_tries = 0, locked_until = null
                where insurer_number = ? and login = ? and failed_tries > 0""").params(account.insurer().value(), account.login()).update();
    }

    private static StaffAccount account(ResultSet row, int number) throws SQLException {
        OffsetDateTime locked = row.getObject("locked_until", OffsetDateTime.class);
        return new StaffAccount(
                new InsurerNumber(row.getString("insurer_number")),
                row.getString("login"),
                row.getString("display_name"),
                row.getString("password_hash"),
                AccountRole.valueOf(row.getString("role")),
                row.getObject("ends_on", LocalDate.class),
                row.getBoolean("active"),
                row.getInt("failed_tries"),
                locked == null ? null : locked.toInstant(),
                row.getString("mail"),
                row.getInt("generation"));
    }
}
