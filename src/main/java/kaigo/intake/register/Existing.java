package kaigo.intake.register;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Arrays;
import kaigo.intake.rules.KeyState;
import kaigo.shared.Days;
import org.jspecify.annotations.Nullable;

/** What the register holds under a key before a chunk is applied. */
record Existing(boolean deleted, byte[] contentHash, Instant sourceUpdatedAt, Sheets sheets) {

    /**
     * @param hash over the sheets that are kept, or null of an interface without sheets
     * @param revision of their rows, 0 if there are none
     */
    record Sheets(byte @Nullable [] hash, int revision) {
        static final Sheets NONE = new Sheets(null, 0);

        /** The revision under which a record with these sheets finds its rows. */
        int revisionFor(byte[] arriving) {
            return Arrays.equals(hash, arriving) ? revision : revision + 1;
        }
    }

    Existing asDeleted() {
        return new Existing(true, contentHash, sourceUpdatedAt, sheets);
    }

    static KeyState stateOf(@Nullable Existing existing, byte[] contentHash) {
        if (existing == null) {
            return KeyState.ABSENT;
        }
        if (existing.deleted) {
            return KeyState.DELETED;
        }
        return Arrays.equals(existing.contentHash, contentHash) ? KeyState.SAME_CONTENT : KeyState.OTHER_CONTENT;
    }

    static boolean isNewerThan(@Nullable Existing existing, @Nullable LocalDateTime arriving) {
        return existing != null
                && arriving != null
                && arriving.atZone(Days.JAPAN).toInstant().isBefore(existing.sourceUpdatedAt);
    }
}
