package kaigo.accesslog;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import kaigo.access.Gate;
import kaigo.access.Purpose;
import kaigo.accesslog.InquiryMark.Wanted;
import kaigo.accesslog.InquiryStore.Ended;
import kaigo.shared.Days;
import kaigo.shared.InsuredNumber;
import kaigo.shared.InsurerViewer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * 調査の印: the front door to setting one and to its end, each on record. A mark never outlives its last day, at most
 * {@value #DAYS} days away; whoever needs longer decides so again.
 */
@Component
public class Inquiries {

    /** Proposed, ours. */
    public static final int DAYS = 180;

    public static final int REFERENCE = 40;

    private final Gate gate;
    private final InquiryStore store;
    private final TransactionTemplate transaction;
    private final InstantSource clock;

    Inquiries(Gate gate, InquiryStore store, PlatformTransactionManager transactions, InstantSource clock) {
        this.gate = gate;
        this.store = store;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** Whether the days are those of a mark that may be set today. */
    public boolean mayBe(LocalDate coversFrom, LocalDate endsOn) {
        LocalDate today = Days.of(clock.instant());
        return !coversFrom.isAfter(today) && !endsOn.isBefore(today) && !endsOn.isAfter(today.plusDays(DAYS));
    }

    /** Throws IllegalArgumentException for days or a reference that no mark may have. */
    public void open(InsurerViewer viewer, Wanted wanted) {
        String reference = wanted.reference();
        if (!mayBe(wanted.coversFrom(), wanted.endsOn()) || reference.isBlank() || reference.length() > REFERENCE) {
            throw new IllegalArgumentException("no such mark can be set");
        }
        gate.act(viewer, Purpose.OPEN_INQUIRY, List.of(wanted.person().value()), permit -> {
            transaction.executeWithoutResult(status -> store.add(permit, wanted, clock.instant(), viewer.actor()));
            return true;
        });
    }

    /**
     * From now on the person sees what was withheld.
     *
     * @return false if there is no such mark in force
     */
    public boolean end(InsurerViewer viewer, InsuredNumber person, int number) {
        Instant now = clock.instant();
        Ended ended = new Ended(now, Days.of(now), viewer.actor());
        return gate.act(
                viewer,
                Purpose.END_INQUIRY,
                List.of(person.value()),
                permit -> store.end(permit, person, number, ended));
    }
}
