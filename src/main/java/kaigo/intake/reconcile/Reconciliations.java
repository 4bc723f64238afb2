package kaigo.intake.reconcile;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import kaigo.access.Gate;
import kaigo.access.InsurerPermit;
import kaigo.access.Looked;
import kaigo.access.Purpose;
import kaigo.intake.Receipt;
import kaigo.shared.InsurerViewer;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * 月次突合: the front door to comparisons of what the municipality holds with what is registered (docs/decisions/0011). A
 * method is one look or one act, and an answer calls one of them.
 */
@Component
public class Reconciliations {

    private final Gate gate;
    private final ReconciliationStore store;
    private final DifferenceStore differences;
    private final TransactionTemplate transaction;
    private final InstantSource clock;
    private final Runnable wake;

    /** @param wake of those who compare */
    Reconciliations(
            Gate gate,
            ReconciliationStore store,
            DifferenceStore differences,
            PlatformTransactionManager transactions,
            InstantSource clock,
            @Qualifier("wakeReconcileWorkers") Runnable wake) {
        this.gate = gate;
        this.store = store;
        this.differences = differences;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
        this.wake = wake;
    }

    /** 突合の画面: runs that can be asked for, and what was asked for, the newest first. */
    public record Overview(List<StatedRun> runs, List<Reconciliation> reconciliations) {}

    /**
     * A part of the differences.
     *
     * @param interfaceId only of this interface, or null for all
     * @param kind only of this kind, or null for all
     * @param after number of the last difference of the section before, or 0
     */
    public record Section(
            @Nullable String interfaceId, @Nullable DifferenceKind kind, int after, int limit) {
        static final Section WHOLE = new Section(null, null, 0, Integer.MAX_VALUE);

        Section after(int number) {
            return new Section(interfaceId, kind, number, limit);
        }
    }

    public Overview overview(InsurerViewer viewer, int limit) {
        return gate.look(
                viewer,
                Purpose.READ_RECONCILIATION,
                permit -> Looked.aboutNobody(new Overview(store.listRuns(permit), store.list(permit, limit))));
    }

    /**
     * Asks for the comparison of the run that the file belongs to. Asking again answers the same; a file that comes later
     * begins the next one.
     *
     * @param file 受付番号 of any of its files
     * @return empty if there is no such file
     */
    public Optional<Reconciliation> ask(InsurerViewer viewer, Receipt file) {
        Optional<Reconciliation> asked = gate.act(
                viewer,
                Purpose.ASK_RECONCILIATION,
                List.of(),
                permit -> transaction.execute(status -> ask(permit, file, viewer.actor())));
        wake.run();
        return asked;
    }

    private Optional<Reconciliation> ask(InsurerPermit permit, Receipt file, String by) {
        if (file.insurer().equals(permit.insurer()) && store.find(permit, file).isEmpty()) {
            store.ask(permit, file, clock.instant(), by);
        }
        return store.find(permit, file);
    }

    /** @param file 受付番号 of any of its files */
    public Optional<DifferencePage> find(InsurerViewer viewer, Receipt file, Section section) {
        return gate.look(viewer, Purpose.READ_RECONCILIATION, permit -> {
            Optional<DifferencePage> found = store.find(permit, file).map(one -> page(permit, one, section));
            return new Looked<>(found, found.map(DifferencePage::subjects).orElse(List.of()));
        });
    }

    /** Without its differences. */
    public Optional<Reconciliation> find(InsurerViewer viewer, Receipt file) {
        return gate.look(viewer, Purpose.READ_RECONCILIATION, permit -> Looked.aboutNobody(store.find(permit, file)));
    }

    private DifferencePage page(InsurerPermit permit, Reconciliation one, Section section) {
        List<Difference> found = differences.list(permit, one.receipt(), section, section.limit() + 1);
        int shown = Math.min(section.limit(), found.size());
        return new DifferencePage(one, found.subList(0, shown), found.size() > shown);
    }
}
