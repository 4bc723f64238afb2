package kaigo.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kaigo.screens.InstitutionUser;
import kaigo.shared.CareManagerNumber;
import kaigo.shared.InstitutionId;
import kaigo.shared.Job;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

@Component
class InstitutionAccountStore {

    private static final String COLUMNS = """
            login, bootstrap, administrator, display_name, password_hash, jobs, care_manager_number, mail, active, locked_until,
                initial_until, generation, signed_in_at""";

    /** Whoever is signed in with the account is so no longer: by screen (generation) and by software. Parameter: at. */
    private static final String CHANGED = """
            with changed as (update identity.institution_account set %s, generation = generation + 1
                where kind = :kind and number = :number and login = :login returning kind, number, login),
            ended as (update identity.institution_session s set ended_at = :at from changed c
                where s.kind = c.kind and s.number = c.number and s.login = c.login and s.ended_at is null returning 1)
            select count(*) from changed""";

    private static final String INSERT = """
            insert into identity.institution_account (kind, number, login, display_name, password_hash, jobs,
                care_manager_number, mail, demo, bootstrap, administrator, initial_until)
            values (:kind, :number, :login, :name, :password, :jobs, :careManager, :mail, :demo, :bootstrap, :administrator,
                :initial)
            """;

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

    /** The account, if this sign-in by screen goes on; that it is in use is noted once a minute. */
    Optional<InstitutionAccount> findSignedIn(InstitutionUser user, Instant now) {
        return of(user.institution(), user.login(), database.sql("""
                with used as (update identity.screen_session set used_at = :at where id = :session and used_at < :minute)
                select %s from identity.institution_account a
                where kind = :kind and number = :number and login = :login and exists (
                    select 1 from identity.screen_session s where s.id = :session and s.kind = a.kind
                        and s.number = a.number and s.login = a.login and s.generation = a.generation)""".formatted(COLUMNS)))
                .param("session", user.session())
                .param("at", utc(now))
                .param("minute", utc(now.minus(1, ChronoUnit.MINUTES)))
                .query((row, n) -> account(user.institution(), row))
                .optional();
    }

    List<InstitutionAccount> list(InstitutionId institution) {
        return database.sql("select " + COLUMNS
                        + " from identity.institution_account where kind = ? and number = ? order by login")
                .params(institution.kind().code(), institution.number())
                .query((row, n) -> account(institution, row))
                .list();
    }

    /** Makes it, or replaces it whole. @param initialUntil null if its owner chose the password */
    void put(NewInstitutionAccount account, String passwordHash, @Nullable Instant initialUntil, boolean demo) {
        row(account, passwordHash, initialUntil, database.sql(INSERT + """
                on conflict (kind, number, login) do update
                set display_name = excluded.display_name, password_hash = excluded.password_hash, jobs = excluded.jobs,
                    care_manager_number = excluded.care_manager_number, mail = excluded.mail, demo = excluded.demo,
                    bootstrap = excluded.bootstrap, administrator = excluded.administrator,
                    initial_until = excluded.initial_until,
                    generation = identity.institution_account.generation + 1"""))
                .param("demo", demo)
                .update();
    }

    /** @return false if the login is taken */
    boolean add(NewInstitutionAccount account, String passwordHash, Instant initialUntil) {
        return row(account, passwordHash, initialUntil, database.sql(INSERT + "on conflict do nothing"))
                        .param("demo", false)
                        .update()
                > 0;
    }

    private static StatementSpec row(
            NewInstitutionAccount account, String passwordHash, @Nullable Instant initialUntil, StatementSpec insert) {
        return of(account.institution(), account.login(), with(account, insert))
                .param("password", passwordHash)
                .param("initial", initialUntil == null ? null : utc(initialUntil), Types.TIMESTAMP_WITH_TIMEZONE);
    }

    /** What an administrator may change. */
    private static StatementSpec with(NewInstitutionAccount account, StatementSpec statement) {
        var number = account.careManagerNumber();
        return statement
                .param("name", account.displayName())
                .param("jobs", account.jobs().stream().map(Job::name).sorted().toArray(String[]::new))
                .param("careManager", number == null ? null : number.value(), Types.VARCHAR)
                .param("mail", account.mail(), Types.VARCHAR)
                .param("bootstrap", account.role() == InstitutionRole.OFFICE_USER)
                .param("administrator", account.role() == InstitutionRole.ADMINISTRATOR);
    }

    /** Until the end of the transaction nobody else changes who administers here. */
    void holdInstitution(InstitutionId institution) {
        database.sql(
                        "select login from identity.institution_account where kind = :kind and number = :number order by login for update")
                .param("kind", institution.kind().code())
                .param("number", institution.number())
                .query(String.class)
                .list();
    }

    boolean edit(NewInstitutionAccount account, Instant now) {
        return changed(
                account.institution(), account.login(), now, with(account, database.sql(CHANGED.formatted("""
                        display_name = :name, jobs = :jobs, care_manager_number = :careManager, mail = :mail,
                        bootstrap = :bootstrap, administrator = :administrator"""))));
    }

    /** Also lifts a lock: whoever forgot the password gets in with the new one. */
    boolean setPassword(InstitutionAccount account, String passwordHash, @Nullable Instant initialUntil, Instant now) {
        StatementSpec statement = database.sql(CHANGED.formatted("""
                        password_hash = :password, initial_until = :initial, failed_tries = 0, locked_until = null"""))
                .param("password", passwordHash)
                .param("initial", initialUntil == null ? null : utc(initialUntil), Types.TIMESTAMP_WITH_TIMEZONE);
        return changed(account.institution(), account.login(), now, statement);
    }

    /** Whoever is signed in is so no longer. */
    boolean endSignIns(InstitutionId institution, String login, Instant now) {
        return changed(institution, login, now, database.sql(CHANGED.formatted("active = active")));
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

    /** The last step of a sign-in: what failed before is forgotten. */
    void signedIn(InstitutionAccount account, Instant now) {
        of(account.institution(), account.login(), database.sql("""
                update identity.institution_account set failed_tries = 0, locked_until = null, signed_in_at = :at
                where kind = :kind and number = :number and login = :login"""))
                .param("at", utc(now))
                .update();
    }

    /** Lifts a lock; whoever is signed in stays so. */
    boolean unlock(InstitutionId institution, String login) {
        return of(institution, login, database.sql("""
                update identity.institution_account set failed_tries = 0, locked_until = null
                where kind = :kind and number = :number and login = :login""")).update() > 0;
    }

    /** @return false if there is no such account */
    boolean setActive(InstitutionId institution, String login, boolean active, Instant now) {
        StatementSpec statement = database.sql(
                        CHANGED.formatted("active = :active, failed_tries = 0, locked_until = null"))
                .param("active", active);
        return changed(institution, login, now, statement);
    }

    private static boolean changed(InstitutionId institution, String login, Instant now, StatementSpec statement) {
        return of(institution, login, statement)
                        .param("at", utc(now))
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private static StatementSpec of(InstitutionId institution, String login, StatementSpec statement) {
        return statement
                .param("kind", institution.kind().code())
                .param("number", institution.number())
                .param("login", login);
    }

    private static OffsetDateTime utc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    private static InstitutionAccount account(InstitutionId institution, ResultSet row) throws SQLException {
        String careManager = row.getString("care_manager_number");
        return new InstitutionAccount(
                institution,
                row.getString("login"),
                role(row),
                row.getString("display_name"),
                row.getString("password_hash"),
                Stream.of((String[]) row.getArray("jobs").getArray())
                        .map(Job::valueOf)
                        .collect(Collectors.toUnmodifiableSet()),
                careManager == null ? null : CareManagerNumber.of(careManager),
                row.getString("mail"),
                row.getBoolean("active"),
                instant(row, "locked_until"),
                instant(row, "initial_until"),
                row.getInt("generation"),
                instant(row, "signed_in_at"));
    }

    private static InstitutionRole role(ResultSet row) throws SQLException {
        if (row.getBoolean("bootstrap")) {
            return InstitutionRole.OFFICE_USER;
        }
        return row.getBoolean("administrator") ? InstitutionRole.ADMINISTRATOR : InstitutionRole.GENERAL;
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
