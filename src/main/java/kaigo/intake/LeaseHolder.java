package kaigo.intake;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import javax.sql.DataSource;
import kaigo.access.NotAboutAPerson;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.stereotype.Component;

/**
 * 占有の名義: the number under which this server takes leases (proposed, ours). One session keeps the advisory lock of that
 * number, so whoever obtains the lock knows that the holder is gone and need not wait for its leases to end. A lost session
 * means a new number; what was leased before is free then, which costs double work at most: the progress mark decides.
 */
@Component
public class LeaseHolder implements AutoCloseable {

    /** How long a worker may be silent before another one takes its file over (settled 7); a chunk renews it. */
    public static final Duration LEASE = Duration.ofSeconds(30);

    /** Sets our locks apart from others in the same database. */
    private static final int LOCKS = 0x4c454153;

    private final DataSource sessions;
    private final JdbcClient database;
    private @Nullable Connection session;
    private int number;

    /** @param sessions not from a pool: the lock must end with its connection */
    LeaseHolder(@Qualifier("leaseSessions") DataSource sessions, JdbcClient database) {
        this.sessions = sessions;
        this.database = database;
    }

    /** The number to write beside a lease. */
    @NotAboutAPerson("a number of the server's own")
    public synchronized int number() {
        try {
            if (session == null || !session.isValid(1)) {
                close();
                session = sessions.getConnection();
                number = ThreadLocalRandom.current().nextInt();
                keepLock(session, number);
            }
            return number;
        } catch (SQLException e) {
            close();
            throw new DataAccessResourceFailureException("no session for the leases", e);
        }
    }

    private static void keepLock(Connection session, int number) throws SQLException {
        try (PreparedStatement lock = session.prepareStatement("select pg_advisory_lock(?, ?)")) {
            lock.setInt(1, LOCKS);
            lock.setInt(2, number);
            lock.execute();
        }
    }

    /** Whether the holder of that number is gone. The lock that proves it is given back at once. */
    @NotAboutAPerson("asks for a lock only")
    public boolean isGone(int holder) {
        return database.sql("select pg_try_advisory_xact_lock(?, ?)")
                .params(LOCKS, holder)
                .query(Boolean.class)
                .single();
    }

    @Override
    @NotAboutAPerson("ends the session")
    public synchronized void close() {
        JdbcUtils.closeConnection(session);
        session = null;
    }
}
