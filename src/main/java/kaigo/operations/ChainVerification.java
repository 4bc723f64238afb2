package kaigo.operations;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import kaigo.audit.AuditVerifier.Fault;
import org.jspecify.annotations.Nullable;

/**
 * 監査記録の検証, as an operator asked for it.
 *
 * @param askedBy login
 * @param verified entries so far
 * @param entries of how many; 0 until it has begun
 * @param found in each stream; empty until it is done
 */
public record ChainVerification(
        UUID id,
        Instant askedAt,
        String askedBy,
        State state,
        @Nullable Instant endedAt,
        long verified,
        long entries,
        List<Found> found) {

    /** In the order of their numbers in the database. */
    public enum State {
        WAITING,
        RUNNING,
        DONE,
        /** It could not be ended, however often it was tried. */
        GIVEN_UP
    }

    /**
     * What was found in a stream.
     *
     * @param unanchored entries behind the last signed head: what could be cut off unnoticed
     * @param fault what shows first, or null
     */
    public record Found(
            short stream,
            long entries,
            int heads,
            long unanchored,
            @Nullable Fault fault) {}

    public boolean isUnderWay() {
        return state == State.WAITING || state == State.RUNNING;
    }

    public boolean isSound() {
        return state == State.DONE && !isTampered();
    }

    public boolean isTampered() {
        return found.stream().anyMatch(one -> one.fault() != null);
    }
}
