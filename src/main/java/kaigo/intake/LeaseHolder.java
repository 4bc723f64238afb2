package kaigo.intake;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.ThreadLocalRandom;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
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
public class LeaseHolder {

    /** Sets our locks apart from others in the same database. */
    private static final int LOCKS = 0x4c454153;

    private final DataSource database;
    private @Nullable Connection session;
    private int number;

    LeaseHolder(DataSource database) {
        this.database = database;
    }

    /** The number to write beside a lease. */
    public synchronized int number() {
        try {
            if (session == null || !session.isValid(1)) {
                JdbcUtils.closeConnection(session);
                session = database.getConnection();
                number = hold(session);
            }
            return number;
        } catch (SQLException e) {
            session = null;
            throw new DataAccessResourceFailureException("no session for the leases", e);
        }
    }

    private static int hold(Connection session) throws SQLException {
        int fresh = ThreadLocalRandom.current().nextInt();
        try (PreparedStatement lock = session.prepareStatement("select pg_advisory_lock(?, ?)")) {
            lock.setInt(1, LOCKS);
            lock.setInt(2, fresh);
            lock.execute();
        }
        return fresh;
    }

    /** Whether the holder of that number is gone. The lock that proves it is given back at once. */
    public boolean isGone(int holder) {
        return JdbcClient.create(database)
                .sql("select pg_try_advisory_xact_lock(?, ?)")
                .params(LOCKS, holder)
                .query(Boolean.class)
                .single();
    }
}
