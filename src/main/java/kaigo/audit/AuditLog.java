package kaigo.audit;

import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * 監査記録. Group writer: whatever waits is appended in one transaction, its chain links computed before it is written, so
 * that no row is ever unsealed; every caller goes on only after that commit (settled 15).
 */
public final class AuditLog implements AutoCloseable {

    /** The stream of the running server. */
    public static final short SERVER = 1;

    /** The stream of operators' commands: programs of their own, which must not move the end that the server holds. */
    public static final short OPERATOR = 2;

    private static final Logger LOG = LoggerFactory.getLogger(AuditLog.class);
    private static final int GROUP_LIMIT = 512;

    /** For so many of the looks under way the writer waits, and so long for each: a commit costs the same for all of them. */
    private static final int GATHER_LIMIT = 16;

    private static final int GATHER_MILLIS = 5;

    /** How soon an idle writer notices that a head is due or that it is to end. */
    private static final int LOOK_MILLIS = 200;

    private final AuditStore store;
    private final AuditHeads heads;
    private final InstantSource clock;
    private final short stream;
    private final BlockingQueue<Waiting> queue = new LinkedBlockingQueue<>();
    private final AtomicInteger underWay = new AtomicInteger();
    private final Thread writer;
    private volatile boolean open = true;

    /** The end of the chain as last read or written; null until read, and after a failure that left it uncertain. */
    private @Nullable ChainEnd end;

    private record Waiting(AuditEntry entry, CompletableFuture<Void> durable) {}

    public AuditLog(DataSource database, short stream, InstantSource clock, AuditHeads heads) {
        this.store = new AuditStore(database);
        this.stream = stream;
        this.clock = clock;
        this.heads = heads;
        this.writer = Thread.ofPlatform().name("audit-writer").daemon().start(this::writeGroups);
    }

    /** A look that has begun and will be recorded; over when it is, or has failed. */
    public interface UnderWay extends AutoCloseable {
        @Override
        void close();
    }

    /** Says that an entry will come. While several looks are under way, the first entry waits a moment for others. */
    public UnderWay begin() {
        underWay.incrementAndGet();
        return underWay::decrementAndGet;
    }

    /** Returns once the entry is durable. Throws {@link AuditUnavailable} if it could not be made so. */
    public void record(AuditEntry entry) {
        CompletableFuture<Void> durable = new CompletableFuture<>();
        queue.add(new Waiting(entry, durable));
        if (!open) {
            durable.completeExceptionally(new IllegalStateException("closed"));
        }
        try {
            durable.join();
        } catch (CompletionException e) {
            throw new AuditUnavailable(e);
        }
    }

    private void writeGroups() {
        List<Waiting> group = new ArrayList<>(GROUP_LIMIT);
        while (open || !queue.isEmpty()) {
            try {
                Waiting first = queue.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS);
                if (first != null) {
                    group.add(first);
                    gather(group);
                    queue.drainTo(group, GROUP_LIMIT - group.size());
                    write(group);
                    group.clear();
                }
                exportHeadIfDue();
            } catch (InterruptedException e) {
                open = false;
            }
        }
    }

    /** Until half of the looks under way are here, or nobody comes any more. */
    private void gather(List<Waiting> group) {
        try {
            while (group.size() < Math.min(GATHER_LIMIT, underWay.get() / 2)) {
                Waiting next = queue.poll(GATHER_MILLIS, TimeUnit.MILLISECONDS);
                if (next == null) {
                    return;
                }
                group.add(next);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // after this group
        }
    }

    private void write(List<Waiting> group) {
        try {
            ChainEnd before = end != null ? end : store.end(stream);
            List<ChainLink> links = new ArrayList<>(group.size());
            ChainEnd reached = before;
            for (Waiting waiting : group) {
                ChainLink link =
                        ChainLink.after(reached.hash(), stream, reached.number() + 1, clock.instant(), waiting.entry());
                links.add(link);
                reached = new ChainEnd(link.number(), link.hash());
            }
            store.append(links);
            end = reached;
            group.forEach(waiting -> waiting.durable().complete(null));
        } catch (SQLException | RuntimeException e) {
            // Whether the commit arrived is unknown: the end is read again before the next group.
            end = null;
            group.forEach(waiting -> waiting.durable().completeExceptionally(e));
        }
    }

    private void exportHeadIfDue() {
        ChainEnd reached = end;
        if (reached == null) {
            return;
        }
        try {
            heads.exportIfDue(stream, reached, clock.instant());
        } catch (RuntimeException e) {
            LOG.error("the audit head could not be exported; it is tried again: {}", e.getMessage());
        }
    }

    /** Writes what waits, exports the last head, and stops. */
    @Override
    public void close() {
        open = false;
        try {
            writer.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        ChainEnd reached = end;
        if (reached != null) {
            heads.export(stream, reached, clock.instant());
        }
    }
}
