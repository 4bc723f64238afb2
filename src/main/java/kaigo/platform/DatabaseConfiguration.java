package kaigo.platform;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import javax.sql.DataSource;
import kaigo.audit.AuditHeads;
import kaigo.audit.AuditLog;
import kaigo.audit.HeadKeys;
import kaigo.keys.KeyRing;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The application's connections, and the audit stream with a connection of its own. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    private static final int CONNECTIONS = 8;

    @Bean
    Clock clock(Installation installation) {
        return installation.clock();
    }

    @Bean
    KeyRing keyRing(Installation installation) {
        return installation.keys();
    }

    @Bean
    HikariDataSource dataSource(Installation installation) {
        return pool(installation, "application", CONNECTIONS + installation.loadWorkers());
    }

    /** A pool of its own: an answer that waits for its audit entry must never wait for another answer's connection. */
    @Bean(defaultCandidate = false)
    HikariDataSource auditPool(Installation installation) {
        return pool(installation, "audit", 1);
    }

    /** Sessions of their own: each keeps a lock as long as it lives. */
    @Bean(defaultCandidate = false)
    DataSource leaseSessions(Installation installation) {
        DatabaseAddress database = installation.database();
        PGSimpleDataSource sessions = new PGSimpleDataSource();
        sessions.setUrl(database.url());
        sessions.setUser(database.application().name());
        sessions.setPassword(database.application().password());
        sessions.setApplicationName("kiban-leases");
        sessions.setLoginTimeout(10);
        sessions.setTcpKeepAlive(true);
        return sessions;
    }

    @Bean(destroyMethod = "close")
    AuditLog auditLog(
            Installation installation, @Qualifier("auditPool") HikariDataSource database, KeyRing keys, Clock clock) {
        HeadKeys.in(installation.dataFolder()).publish(keys.headKeyId(), keys.headPublicKeyPem());
        AuditHeads heads =
                new AuditHeads(installation.dataFolder().resolve(AuditHeads.FILE), keys.headKeyId(), keys::sign);
        return new AuditLog(database, AuditLog.SERVER, clock, heads);
    }

    private static HikariDataSource pool(Installation installation, String name, int size) {
        DatabaseAddress database = installation.database();
        HikariConfig config = new HikariConfig();
        config.setPoolName(name);
        config.setJdbcUrl(database.url());
        config.setUsername(database.application().name());
        config.setPassword(database.application().password());
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(10_000);
        config.addDataSourceProperty("ApplicationName", "kiban-" + name);
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        // Details of an error ("Failing row contains …") hold personal values.
        config.addDataSourceProperty("logServerErrorDetail", "false");
        return new HikariDataSource(config);
    }
}
