package kaigo.access;

import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** 一つの時点: decision and record are read in one read-only snapshot on the primary (settled 15). */
final class Snapshot {

    private Snapshot() {}

    /** Always by the key of one person: it leaves the isolation to the connections that are made for such looks. */
    static TransactionTemplate ofPerson(PlatformTransactionManager transactions) {
        TransactionTemplate snapshot = new TransactionTemplate(transactions);
        snapshot.setReadOnly(true);
        return snapshot;
    }

    /** The same for a job, which writes what it has seen in a transaction of its own. */
    static TransactionTemplate besideAJob(PlatformTransactionManager transactions) {
        TransactionTemplate snapshot = ofPerson(transactions);
        snapshot.setPropagationBehavior(TransactionTemplate.PROPAGATION_REQUIRES_NEW);
        return snapshot;
    }

    /** How many rows an insurer has decides which plan is good: on the connections that plan by values. */
    static TransactionTemplate ofInsurer(PlatformTransactionManager transactions) {
        TransactionTemplate snapshot = ofPerson(transactions);
        snapshot.setIsolationLevel(TransactionTemplate.ISOLATION_REPEATABLE_READ);
        return snapshot;
    }
}
