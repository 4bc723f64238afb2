package kaigo.access;

import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * 一つの時点: decision and record are read in one read-only snapshot on the primary (settled 15). Transactions that only read
 * go to connections of their own, which take one snapshot for each.
 */
final class Snapshot {

    private Snapshot() {}

    static TransactionTemplate of(PlatformTransactionManager transactions) {
        TransactionTemplate snapshot = new TransactionTemplate(transactions);
        snapshot.setReadOnly(true);
        return snapshot;
    }
}
