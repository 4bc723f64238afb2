package kaigo.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import kaigo.screens.Staff;
import kaigo.shared.AccountRole;
import kaigo.shared.InsurerNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class AccountStore {

    private static final String SELECT = """
            select insurer_number, login, display_name, password_hash, role, ends_on, active, failed_tries, locked_until, mail,
                demo, initial_until, generation
            from identity.account
            """;

    private final JdbcClient database;

    AccountStore(JdbcClient database) {
        this.database = database;
    }

    WrongTries wrongTries() {
        return new WrongTries(database);
    }

    Optional<StaffAccount> find(InsurerNumber insurer, String login) {
        return database.sql(SELECT + "where insurer_number = ? and login = ?")
                .params(insurer.value(), login)
                .query(AccountStore::account)
                .optional();
    }

    /** The account, if this sign-in goes on; that it is in use is noted once a minute. */
    Optional<StaffAccount> findSignedIn(Staff staff, Instant now) {
        return database.sql("""
                with used as (update identity.staff_session set used_at = :at
                    where insurer_number = :insurer and login = :login and id = :session and used_at < :minute)
                """ + SELECT + """
                where insurer_number = :insurer and login = :login and exists (
                    select 1 from identity.staff_session s where s.insurer_number = account.insurer_number
                        and s.login = account.login and s.id = :session and s.generation = account.generation)""")
                .param("insurer", staff.organisationNumber())
                .param("login", staff.login())
                .param("session", staff.session())
                .param("at", utc(now))
                .param("minute", utc(now.minus(1, ChronoUnit.MINUTES)))
                .query(AccountStore::account)
                .optional();
    }

    List<StaffAccount> list(InsurerNumber insurer) {
        return database.sql(SELECT + "where insurer_number = ? order by login")
                .param(insurer.value())
                .query(AccountStore::account)
                .list();
    }

    List<InsurerNumber> listOrganisations() {
        return database.sql("select distinct insurer_number from identity.account order by insurer_number")
                .query((row, n) -> new InsurerNumber(row.getString(1)))
                .list();
    }

    /** @param initialUntil null if its owner chose the password */
    void put(NewAccount account, String passwordHash, @Nullable Instant initialUntil, boolean demo) {
        database.sql("""
                insert into identity.account
                    (insurer_number, login, display_name, password_hash, role, ends_on, mail, demo,
                    initial_until)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (insurer_number, login) do update
                set display_name = excluded.display_name, password_hash = excluded.password_hash, role = excluded.role,
                    ends_on = excluded.ends_on, mail = excluded.mail, demo = excluded.demo,
                    initial_until = excluded.initial_until,
                    generation = identity.account.generation + 1""")
                .params(Arrays.asList(
                        account.organisation().value(),
                        account.login(),
                        account.displayName(),
                        passwordHash,
                        account.role().name(),
                        account.endsOn(),
                        account.mail(),
                        demo,
                        utc(initialUntil)))
                .update();
    }

    /**
     * Counts the failed try in the database, so that parallel guesses are all counted. At the ceiling of an hour, from
     * everywhere together, the account is locked until that hour is over.
     */
    void countFailure(StaffAccount account, int ceiling, Instant now) {
        database.sql("""
                update identity.account set
                    failed_tries = case when failed_since > :now - interval '1 hour' then failed_tries + 1 else 1 end,
                    failed_since = case when failed_since > :now - interval '1 hour' then failed_since else :now end,
                    locked_until = case when failed_since > :now - interval '1 hour' and failed_tries + 1 >= :ceiling
                        then failed_since + interval '1 hour' else locked_until end
                where insurer_number = :insurer and login = :login""")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("ceiling", ceiling)
                .param("insurer", account.insurer().value())
                .param("login", account.login())
                .update();
    }

    /** The one that its owner chose; whoever else is signed in with the account is so no longer. */
    void setPassword(StaffAccount account, String passwordHash) {
        database.sql("""
                update identity.account set password_hash = ?, initial_until = null, failed_tries = 0, locked_until = null,
                    generation = generation + 1
                where insurer_number = ? and login = ?""")
                .params(passwordHash, account.insurer().value(), account.login())
                .update();
    }

    void setActive(InsurerNumber insurer, String login, boolean active) {
        database.sql("""
                update identity.account set active = ?, failed_tries = 0, failed_since = null, locked_until = null,
                    generation = generation + 1
                where insurer_number = ? and login = ?""").params(active, insurer.value(), login).update();
        database.sql("delete from identity.wrong_try where insurer_number = ? and login = ?")
                .params(insurer.value(), login)
                .update();
    }

    private static StaffAccount account(ResultSet row, int number) throws SQLException {
        return new StaffAccount(
                new InsurerNumber(row.getString("insurer_number")),
                row.getString("login"),
                row.getString("display_name"),
                row.getString("password_hash"),
                AccountRole.valueOf(row.getString("role")),
                row.getObject("ends_on", LocalDate.class),
                row.getBoolean("active"),
                row.getInt("failed_tries"),
                instant(row, "locked_until"),
                row.getString("mail"),
                row.getBoolean("demo"),
                instant(row, "initial_until"),
                row.getInt("generation"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }
}
