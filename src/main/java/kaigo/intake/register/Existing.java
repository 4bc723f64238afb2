package kaigo.intake.register;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Arrays;
import kaigo.intake.rules.KeyState;
import kaigo.shared.Days;
import org.jspecify.annotations.Nullable;

/** What the register holds under a key before a chunk is applied. */
record Existing(boolean deleted, byte[] contentHash, Instant sourceUpdatedAt) {

    Existing asDeleted() {
        return new Existing(true, contentHash, sourceUpdatedAt);
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
