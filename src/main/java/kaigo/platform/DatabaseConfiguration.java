package kaigo.platform;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.util.Map;
import javax.sql.DataSource;
import kaigo.audit.AuditHeads;
import kaigo.audit.AuditLog;
import kaigo.audit.HeadKeys;
import kaigo.keys.KeyRing;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.LazyConnectionDataSourceProxy;
import org.springframework.jdbc.datasource.lookup.AbstractRoutingDataSource;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The application's connections, and the audit stream with a connection of its own. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    private static final int CONNECTIONS = 8;
    private static final int LEAST_LOOKERS = 2;

    @Bean
    Clock clock(Installation installation) {
        return installation.clock();
    }

    @Bean
    KeyRing keyRing(Installation installation) {
        return installation.keys();
    }

    /** What everybody works on. The connection is chosen at the first statement, when it is known what it is for. */
    @Bean
    DataSource dataSource(
            @Qualifier("applicationPool") HikariDataSource application,
            @Qualifier("readingPool") HikariDataSource reading) {
        Pools pools = new Pools();
        pools.setDefaultTargetDataSource(application);
        pools.setTargetDataSources(Map.of(Pools.READING, reading));
        pools.afterPropertiesSet();
        return new LazyConnectionDataSourceProxy(pools);
    }

    /** A transaction that only reads and names no isolation of its own goes to the connections that are made for looks. */
    private static final class Pools extends AbstractRoutingDataSource {

        static final String READING = "reading";

        @Override
        protected @Nullable Object determineCurrentLookupKey() {
            return TransactionSynchronizationManager.isCurrentTransactionReadOnly()
                            && TransactionSynchronizationManager.getCurrentTransactionIsolationLevel() == null
                    ? READING
                    : null;
        }
    }

    @Bean(defaultCandidate = false)
    HikariDataSource applicationPool(Installation installation) {
        return new HikariDataSource(pool(installation, "application", CONNECTIONS + installation.loadWorkers()));
    }

    /**
     * For looks at one person or a page: always one snapshot, and plans that are made once. Making a plan for each look takes
     * longer than the look (docs/decisions/0020).
     */
    @Bean(defaultCandidate = false)
    HikariDataSource readingPool(Installation installation) {
        HikariConfig config = pool(installation, "reading", lookers());
        config.addDataSourceProperty(
                "options", "-c plan_cache_mode=force_generic_plan -c default_transaction_isolation=repeatable\\ read");
        config.addDataSourceProperty("prepareThreshold", "1");
        config.setReadOnly(true);
        return new HikariDataSource(config);
    }

    /** Each connection keeps its own plans warm: more of them than the cores can serve only wait for each other, cold. */
    private static int lookers() {
        return Math.clamp(Runtime.getRuntime().availableProcessors() + 1L, LEAST_LOOKERS, CONNECTIONS);
    }

    /** A pool of its own: an answer that waits for its audit entry must never wait for another answer's connection. */
    @Bean(defaultCandidate = false)
    HikariDataSource auditPool(Installation installation) {
        return new HikariDataSource(pool(installation, "audit", 1));
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

    private static HikariConfig pool(Installation installation, String name, int size) {
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
        return config;
    }
}
