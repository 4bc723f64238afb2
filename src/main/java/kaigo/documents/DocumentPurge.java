package kaigo.documents;

import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import kaigo.access.Gate;
import kaigo.access.JobPermit;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** 名指されない文書の廃棄: removes documents that no record names, some days after they came. */
final class DocumentPurge {

    private static final int AT_ONCE = 500;

    private final Gate gate;
    private final DocumentStore store;
    private final TransactionTemplate transaction;
    private final InstantSource clock;

    DocumentPurge(Gate gate, DocumentStore store, PlatformTransactionManager transactions, InstantSource clock) {
        this.gate = gate;
        this.store = store;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** Everything that is due; answers how many documents were removed. */
    long run() {
        return gate.job("purge-documents", UUID.randomUUID().toString(), permit -> {
            Optional<Integer> removed = purge(permit);
            while (removed.isPresent()) {
                permit.worked(removed.get());
                removed = purge(permit);
            }
        });
    }

    private Optional<Integer> purge(JobPermit permit) {
        Optional<Integer> removed = transaction.execute(status -> store.purge(permit, clock.instant(), AT_ONCE));
        return removed == null ? Optional.empty() : removed;
    }
}
