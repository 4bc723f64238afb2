package kaigo.forwarding;

import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import kaigo.access.Gate;
import kaigo.access.JobPermit;
import kaigo.audit.Followers;
import kaigo.forwarding.ForwardStore.Line;
import kaigo.forwarding.LogCollector.NotTaken;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends what stands behind the mark of each stream, and moves the mark once the collector has it. A kill between the two
 * sends entries twice, never too few: stream and number name an entry.
 */
class Forwarder {

    private static final Logger LOG = LoggerFactory.getLogger(Forwarder.class);
    /** Entries of one sending. */
    private static final int STEP = 1_000;

    private final Gate gate;
    private final ForwardStore store;
    private final TransactionTemplate transaction;
    private final LogCollector collector;
    private final List<Short> streams;

    Forwarder(
            Gate gate,
            ForwardStore store,
            PlatformTransactionManager transactions,
            LogCollector collector,
            List<Short> streams) {
        this.gate = gate;
        this.store = store;
        this.transaction = new TransactionTemplate(transactions);
        this.collector = collector;
        this.streams = streams;
    }

    /** To the end of every stream, or until the collector takes no more. Answers how many entries it counted. */
    long run() {
        return gate.job(
                Followers.FORWARDING,
                UUID.randomUUID().toString(),
                permit -> streams.forEach(stream -> {
                    while (step(permit, stream)) {
                        // There may be more.
                    }
                }));
    }

    private boolean step(JobPermit permit, short stream) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            OptionalLong mark = store.takeMark(permit, stream);
            List<Line> lines = mark.isEmpty() ? List.of() : store.listAfter(permit, stream, mark.getAsLong(), STEP);
            if (lines.isEmpty()) {
                return false;
            }
            try {
                collector.send(lines.stream().map(Line::json).toList());
            } catch (NotTaken e) {
                LOG.warn(
                        "the log collector did not take stream {} from {} on: {}",
                        stream,
                        mark.getAsLong() + 1,
                        e.getMessage());
                return false;
            }
            store.setMark(permit, stream, lines.getLast().number());
            permit.worked(lines.stream().filter(Line::counts).count());
            return lines.size() == STEP;
        }));
    }
}
