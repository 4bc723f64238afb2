package kaigo.operations;

import java.time.InstantSource;
import javax.sql.DataSource;
import kaigo.audit.AuditHeads;
import kaigo.audit.AuditLog;
import kaigo.audit.AuditVerifier;
import kaigo.audit.HeadKeys;
import kaigo.jobs.Workers;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts the work of this room together. */
@Configuration(proxyBeanMethods = false)
class OperationsConfiguration {

    /** With the public keys that this server has published itself. */
    @Bean
    AuditVerifier auditVerifier(DataSource database, Surroundings surroundings) {
        return new AuditVerifier(
                database,
                surroundings.dataFolder().resolve(AuditHeads.FILE),
                HeadKeys.in(surroundings.dataFolder())::isGenuine);
    }

    @Bean
    Workers chainVerifiers(
            ChainVerificationStore store,
            AuditVerifier verifier,
            AuditLog audit,
            PlatformTransactionManager transactions,
            InstantSource clock) {
        return new Workers(
                "audit-verification",
                1,
                () -> new ChainVerificationWork(store, verifier, audit, new TransactionTemplate(transactions), clock));
    }
}
