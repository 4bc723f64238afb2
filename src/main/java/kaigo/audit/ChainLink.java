package kaigo.audit;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * One stored row of the audit stream and the arithmetic of the chain. The writer and the verifier share nothing else.
 *
 * @param at instant of the record, whole microseconds (what the database keeps)
 * @param hash SHA-256(hash of the number before ‖ {@link #canonical()}), 32 bytes
 */
record ChainLink(short stream, long number, Instant at, AuditEntry entry, byte[] hash) {

    /** What stands before number 1. */
    static final byte[] GENESIS = new byte[32];

    private static final JsonMapper JSON = new JsonMapper();

    static ChainLink after(byte[] previousHash, short stream, long number, Instant at, AuditEntry entry) {
        Instant kept = at.truncatedTo(ChronoUnit.MICROS);
        return new ChainLink(stream, number, kept, entry, hash(previousHash, canonical(stream, number, kept, entry)));
    }

    boolean follows(byte[] previousHash) {
        return MessageDigest.isEqual(hash, hash(previousHash, canonical(stream, number, at, entry)));
    }

    /** The instant as it is counted. Throws ArithmeticException for one that no clock ever showed. */
    long micros() {
        return micros(at);
    }

    private static long micros(Instant at) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at);
    }

    /** UTF-8 JSON array of the columns in their order, the instant as microseconds since 1970; see docs/audit-events.md. */
    private static byte[] canonical(short stream, long number, Instant at, AuditEntry entry) {
        List<@Nullable Object> columns = new ArrayList<>(9);
        columns.add(stream);
        columns.add(number);
        columns.add(micros(at));
        columns.add(entry.requestId());
        columns.add(entry.event().name());
        columns.add(entry.actor());
        columns.add(entry.insurerNumber());
        columns.add(entry.subjects());
        columns.add(entry.detail());
        return JSON.writeValueAsBytes(columns);
    }

    private static byte[] hash(byte[] previous, byte[] canonical) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            sha.update(previous);
            return sha.digest(canonical);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
