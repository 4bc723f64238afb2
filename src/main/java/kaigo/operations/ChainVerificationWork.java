package kaigo.operations;

import java.io.IOException;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import kaigo.audit.AuditEntry;
import kaigo.audit.AuditEvent;
import kaigo.audit.AuditLog;
import kaigo.audit.AuditVerifier;
import kaigo.operations.ChainVerification.Found;
import kaigo.operations.ChainVerificationStore.Claim;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * 検証の一歩: some thousand entries of the verification that was asked for. For one thread, which keeps the links of the chain in
 * its memory: after a kill another one begins at number 1, once the lease has run out.
 */
final class ChainVerificationWork implements BooleanSupplier {

    private final ChainVerificationStore store;
    private final AuditVerifier verifier;
    private final AuditLog audit;
    private final TransactionTemplate transaction;
    private final InstantSource clock;
    private @Nullable Run run;

    ChainVerificationWork(
            ChainVerificationStore store,
            AuditVerifier verifier,
            AuditLog audit,
            TransactionTemplate transaction,
            InstantSource clock) {
        this.store = store;
        this.verifier = verifier;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** @param walks those that are not at their end */
    private record Run(Claim claim, long entries, Deque<AuditVerifier.Walk> walks, List<Found> found) {

        /** Whether there is more. */
        boolean step() throws SQLException {
            AuditVerifier.Walk walk = walks.getFirst();
            if (!walk.step()) {
                walks.removeFirst();
                AuditVerifier.Report report = walk.report();
                found.add(new Found(
                        walk.stream(), report.entries(), report.heads(), report.unanchored(), report.fault()));
            }
            return !walks.isEmpty();
        }

        long verified() {
            long ended = found.stream().mapToLong(Found::entries).sum();
            return ended + (walks.isEmpty() ? 0 : walks.getFirst().verified());
        }
    }

    @Override
    public boolean getAsBoolean() {
        Run current = run;
        run = null; // what fails below is begun anew
        try {
            if (current == null) {
                Optional<Claim> claim = store.claim(clock.instant());
                return claim.isPresent() && goOn(begin(claim.get()));
            }
            if (current.step()) {
                return goOn(current);
            }
            finish(current);
            return true;
        } catch (SQLException | IOException e) {
            throw new IllegalStateException("the audit stream could not be verified", e);
        }
    }

    private Run begin(Claim claim) throws SQLException, IOException {
        Deque<AuditVerifier.Walk> walks = new ArrayDeque<>();
        for (short stream : verifier.streams()) {
            walks.add(verifier.walk(stream));
        }
        long entries = walks.stream().mapToLong(AuditVerifier.Walk::entries).sum();
        return new Run(claim, entries, walks, new ArrayList<>());
    }

    private boolean goOn(Run current) {
        boolean ours = store.goOn(current.claim(), current.verified(), current.entries(), clock.instant());
        if (ours && current.walks().isEmpty()) {
            finish(current);
        } else if (ours) {
            run = current;
        }
        return true;
    }

    private void finish(Run current) {
        audit.record(AuditEntry.of(
                current.claim().id().toString(),
                AuditEvent.JOB_RAN,
                "job:audit-verification",
                Map.of("count", current.verified())));
        transaction.executeWithoutResult(status -> store.finish(current.claim(), current.found(), clock.instant()));
    }
}
