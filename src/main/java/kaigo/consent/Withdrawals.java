package kaigo.consent;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import kaigo.access.Gate;
import kaigo.access.InsurerPermit;
import kaigo.access.PersonKey;
import kaigo.access.Purpose;
import kaigo.consent.rules.ConsentAct;
import kaigo.insured.ListedChanges;
import kaigo.shared.InsuredNumber;
import kaigo.shared.InsurerViewer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * 窓口での撤回: the municipality's staff writes down at once that somebody takes the consent back (rulings 24). It is not sent
 * as P05, which carries what offices and the person's own page have heard: the municipality knows.
 */
@Component
public class Withdrawals {

    private final Gate gate;
    private final HearingStore store;
    private final ListedChanges changes;
    private final TransactionTemplate transaction;
    private final InstantSource clock;

    Withdrawals(
            Gate gate,
            HearingStore store,
            ListedChanges changes,
            PlatformTransactionManager transactions,
            InstantSource clock) {
        this.gate = gate;
        this.store = store;
        this.changes = changes;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * Also of whoever has not consented yet: what an application said before will then open nothing. Throws
     * IllegalArgumentException for another act.
     *
     * @return false if nobody of that number is insured there
     */
    public boolean withdraw(InsurerViewer viewer, InsuredNumber insured, Hearing heard) {
        if (heard.act() != ConsentAct.WITHDRAW) {
            throw new IllegalArgumentException("a withdrawal is needed");
        }
        return gate.act(
                viewer,
                Purpose.WITHDRAW_CONSENT,
                List.of(insured.value()),
                permit -> transaction.execute(status -> write(permit, viewer, insured, heard)));
    }

    private boolean write(InsurerPermit permit, InsurerViewer viewer, InsuredNumber insured, Hearing heard) {
        Instant now = clock.instant();
        if (!store.addAtCounter(permit, viewer, insured, heard, now)) {
            return false;
        }
        changes.note(permit, List.of(new PersonKey(permit.insurer(), insured)));
        return true;
    }
}
