package kaigo.access.rules;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** 審査会資料の状態: whether the papers of a meeting can be read at a moment (proposed, ours). The recall goes before all else. */
public enum MeetingState {
    /** Before 公開開始. */
    WAITING,
    /** From 公開開始 on, until 公開終了: the only one in which anything is shown. */
    OPEN,
    RECALLED,
    /** From 公開終了 on. */
    ENDED;

    public static MeetingState of(Instant openFrom, Instant openTo, @Nullable Instant recalledAt, Instant now) {
        if (recalledAt != null) {
            return RECALLED;
        }
        if (!now.isBefore(openTo)) {
            return ENDED;
        }
        return now.isBefore(openFrom) ? WAITING : OPEN;
    }
}
