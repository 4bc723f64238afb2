package kaigo.intake.reconcile;

import java.time.InstantSource;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import kaigo.access.Gate;
import kaigo.access.JobPermit;
import kaigo.intake.Receipt;
import kaigo.intake.reconcile.Reconciliation.Count;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** 突き合わせの一歩: compares the next reconciliation that was asked for, in one transaction. For one thread. */
@Component
public class CompareWork implements BooleanSupplier {

    private final Gate gate;
    private final CompareStore store;
    private final TransactionTemplate transaction;
    private final InstantSource clock;

    CompareWork(Gate gate, CompareStore store, PlatformTransactionManager transactions, InstantSource clock) {
        this.gate = gate;
        this.store = store;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    @Override
    public boolean getAsBoolean() {
        return gate.job(
                        "reconcile",
                        UUID.randomUUID().toString(),
                        permit -> transaction.executeWithoutResult(
                                status -> store.claim(permit).ifPresent(one -> compare(permit, one))))
                > 0;
    }

    private void compare(JobPermit permit, Receipt reconciliation) {
        int differing = 0;
        for (String interfaceId : store.listInterfaces(permit, reconciliation)) {
            Count count = store.compare(permit, reconciliation, interfaceId, differing);
            differing += count.onlyInsurer() + count.onlyPlatform() + count.otherContent();
            permit.worked(count.agreed());
        }
        permit.worked(differing);
        store.finish(permit, reconciliation, clock.instant());
    }
}
