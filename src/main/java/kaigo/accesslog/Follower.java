package kaigo.accesslog;

import java.util.List;
import java.util.UUID;
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
 */
@Component
class Follower {

    private static final Logger LOG = LoggerFactory.getLogger(Follower.class);
    private static final int STEP = 5_000;

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
     * Follows to the end of every stream, and answers how many entries it counted. A run that finds nothing but entries of the
     * jobs that follow the streams leaves none of its own.
     */
    long run() {
        return gate.job(
                Followers.ACCESS_LOG,
                UUID.randomUUID().toString(),
                permit -> streams.forEach(stream -> {
                    while (step(permit, stream)) {
                        // There may be more.
                    }
                }));
    }

    private boolean step(JobPermit permit, short stream) {
        Counted counted = transaction.execute(status -> {
            long mark = store.takeMark(permit, stream);
            long until = mark;
            List<Long> numbers = store.listNumbers(permit, stream, mark, STEP);
            for (long number : numbers) {
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
            return new Counted(store.count(permit, step), until - mark == STEP);
        });
        permit.worked(counted.entries());
        return counted.more();
    }

    private record Counted(long entries, boolean more) {}
}
