package kaigo.accesslog;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import kaigo.access.Gate;
import kaigo.access.JobPermit;
import kaigo.accesslog.FollowStore.Step;
import kaigo.audit.Followers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * 閲覧の記録の追従: reads the audit stream behind its mark and writes whose logs each entry stands in. Rows and mark are one
 * transaction: a kill loses nothing and doubles nothing. The mark never passes an entry that is yet to come: a number is only
 * written by who has read the one before it as committed, or wrote it in the same transaction, so whoever sees a number sees all
 * before it (docs/decisions/0021).
 *
 * <p>What waits is taken in small steps that are spread over the time until the next look: all of it at once would hold up those
 * who read in the meantime (docs/benchmarks.md).
 */
@Component
class Follower {

    private static final Logger LOG = LoggerFactory.getLogger(Follower.class);

    /** How often to look. */
    static final Duration LOOK = Duration.ofSeconds(10);

    /** Entries of a step: this many, or more if so many wait that their run would have more than {@value #STEPS} of them. */
    static final int STEP = 100;

    private static final int STEPS = 100;
    private static final int LARGEST_STEP = 5_000;

    private final Gate gate;
    private final FollowStore store;
    private final TransactionTemplate transaction;
    private final List<Short> streams;

    @Autowired
    Follower(Gate gate, FollowStore store, PlatformTransactionManager transactions) {
        this(gate, store, transactions, Followers.STREAMS);
    }

    Follower(Gate gate, FollowStore store, PlatformTransactionManager transactions, List<Short> streams) {
        this.gate = gate;
        this.store = store;
        this.transaction = new TransactionTemplate(transactions);
        this.streams = streams;
    }

    /**
     * Follows every stream up to its end of this moment, and answers how many entries it counted. A run that finds nothing
     * but entries of the jobs that follow the streams leaves none of its own.
     *
     * @param rest waits between two steps; false ends the run, and the next one takes up the rest
     */
    long run(Predicate<Duration> rest) {
        return gate.job(
                Followers.ACCESS_LOG,
                UUID.randomUUID().toString(),
                permit -> streams.forEach(stream -> follow(permit, stream, rest)));
    }

    private void follow(JobPermit permit, short stream, Predicate<Duration> rest) {
        long waiting = store.countWaiting(permit, stream);
        int size = Math.toIntExact(Math.clamp(waiting / STEPS, STEP, LARGEST_STEP));
        long steps = Math.ceilDiv(waiting, size);
        for (long i = 1; i <= steps; i++) {
            Counted counted = step(permit, stream, size);
            permit.worked(counted.entries());
            if (!counted.more() || i == steps || !rest.test(LOOK.dividedBy(steps))) {
                return;
            }
        }
    }

    private Counted step(JobPermit permit, short stream, int size) {
        return transaction.execute(status -> {
            long mark = store.takeMark(permit, stream);
            long until = mark;
            for (long number : store.listNumbers(permit, stream, mark, size)) {
                if (number != until + 1) {
                    // Only who rules the database can make a gap; kiban audit verify names it. Nothing behind it is
                    // followed.
                    LOG.error("stream {} has no number {}: run kiban audit verify", stream, until + 1);
                    break;
                }
                until = number;
            }
            if (until == mark) {
                return new Counted(0, false);
            }
            Step step = new Step(stream, mark, until);
            store.follow(permit, step);
            return new Counted(store.count(permit, step), until - mark == size);
        });
    }

    /** @param more whether the step found as many entries as it could take */
    private record Counted(long entries, boolean more) {}
}
