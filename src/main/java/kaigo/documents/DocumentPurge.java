package kaigo.documents;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import kaigo.access.Gate;
import kaigo.access.JobPermit;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** 文書の廃棄: of documents that no record names, some days after they came, and of those that never came whole. */
final class DocumentPurge {

    private static final int AT_ONCE = 500;

    /** Whoever adds nothing for so long is gone: the connection was, or the server (proposed, ours). */
    private static final Duration LEFT_LYING = Duration.ofHours(1);

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
            permit.worked(store.removeLeftLying(permit, clock.instant().minus(LEFT_LYING)));
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
