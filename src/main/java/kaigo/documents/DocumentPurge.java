package kaigo.documents;

import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import kaigo.access.Gate;
import kaigo.access.JobPermit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** 名指されない文書の廃棄: removes documents that no record names, some days after they came; looks once an hour. */
final class DocumentPurge implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(DocumentPurge.class);
    private static final int AT_ONCE = 500;

    private final Gate gate;
    private final DocumentStore store;
    private final TransactionTemplate transaction;
    private final InstantSource clock;
    private volatile @Nullable CountDownLatch end;

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

    @Override
    public void start() {
        CountDownLatch ended = new CountDownLatch(1);
        end = ended;
        Thread.ofPlatform().name("purge-documents").daemon().start(() -> lookUntil(ended));
    }

    private void lookUntil(CountDownLatch ended) {
        try {
            do {
                runOrTellWhyNot();
            } while (!ended.await(1, TimeUnit.HOURS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void runOrTellWhyNot() {
        try {
            run();
        } catch (RuntimeException e) {
            LOG.error("documents could not be purged; the next look takes it up again", e);
        }
    }

    @Override
    public void stop() {
        CountDownLatch ended = end;
        if (ended != null) {
            ended.countDown();
        }
        end = null;
    }

    @Override
    public boolean isRunning() {
        return end != null;
    }
}
