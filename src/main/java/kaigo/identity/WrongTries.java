package kaigo.identity;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import kaigo.audit.Origin;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * 続けて誤った試み of one 接続元 on one account: it shuts out that 接続元, for whoever knows a name could otherwise keep its owner
 * out. What comes from everywhere is counted on the account, with a much higher ceiling ({@link AccountStore}).
 */
final class WrongTries {

    /** Older ones are of no more use. */
    private static final Duration KEPT = Duration.ofDays(1);

    private final JdbcClient database;

    WrongTries(JdbcClient database) {
        this.database = database;
    }

    /** Whether this 接続元 has tried wrongly so often, the last time within the lock. */
    boolean isLocked(StaffAccount account, Instant now) {
        return database.sql("""
                select exists (select 1 from identity.wrong_try
                where insurer_number = ? and login = ? and network = ? and tries >= ? and last_at > ?)""")
                .params(
                        account.insurer().value(),
                        account.login(),
                        Origin.network(),
                        Accounts.TRIES,
                        utc(now.minus(Accounts.LOCK)))
                .query(Boolean.class)
                .single();
    }

    /** Whether any 接続元 is shut out. */
    boolean isLockedSomewhere(StaffAccount account, Instant now) {
        return database.sql("""
                select exists (select 1 from identity.wrong_try
                where insurer_number = ? and login = ? and tries >= ? and last_at > ?)""")
                .params(account.insurer().value(), account.login(), Accounts.TRIES, utc(now.minus(Accounts.LOCK)))
                .query(Boolean.class)
                .single();
    }

    /** In the database, so that parallel guesses are all counted. After a lock it begins anew. */
    void count(StaffAccount account, Instant now) {
        database.sql("delete from identity.wrong_try where insurer_number = ? and login = ? and last_at < ?")
                .params(account.insurer().value(), account.login(), utc(now.minus(KEPT)))
                .update();
        database.sql("""
                insert into identity.wrong_try as w (insurer_number, login, network, tries, last_at)
                values (:insurer, :login, :network, 1, :now)
                on conflict (insurer_number, login, network) do update set last_at = :now,
                    tries = case when w.tries >= :limit and w.last_at <= :over then 1 else w.tries + 1 end""")
                .param("insurer", account.insurer().value())
                .param("login", account.login())
                .param("network", Origin.network())
                .param("now", utc(now))
                .param("limit", Accounts.TRIES)
                .param("over", utc(now.minus(Accounts.LOCK)))
                .update();
    }

    /** This 接続元 knows the password. */
    void forget(StaffAccount account) {
        database.sql("delete from identity.wrong_try where insurer_number = ? and login = ? and network = ?")
                .params(account.insurer().value(), account.login(), Origin.network())
                .update();
    }

    private static OffsetDateTime utc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
