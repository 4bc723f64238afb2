package kaigo;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Sequential scans, as the database itself counts them: the real statements run with their real settings. */
public final class Scans {

    private Scans() {}

    /** Of each table ("schema.name") so far, after every connection has handed in its counts. */
    public static Map<String, Long> of(Collection<String> tables) throws SQLException {
        for (String pool : List.of("applicationPool", "readingPool")) {
            tellAll(TestServer.bean(pool, HikariDataSource.class));
        }
        Map<String, Long> scans = new TreeMap<>();
        try (Connection owner = TestDatabase.asOwner();
                ResultSet row = owner.createStatement()
                        .executeQuery("select schemaname || '.' || relname, seq_scan from pg_stat_user_tables")) {
            while (row.next()) {
                scans.put(row.getString(1), row.getLong(2));
            }
        }
        assertThat(scans).containsKeys(tables.toArray(new String[0]));
        scans.keySet().retainAll(tables);
        return scans;
    }

    private static void tellAll(HikariDataSource pool) throws SQLException {
        List<Connection> all = new ArrayList<>();
        try {
            for (int i = 0; i < pool.getMaximumPoolSize(); i++) {
                all.add(pool.getConnection());
                all.getLast().createStatement().execute("select pg_stat_force_next_flush()");
                all.getLast().createStatement().execute("select 1");
            }
        } finally {
            for (Connection one : all) {
                one.close();
            }
        }
    }
}
