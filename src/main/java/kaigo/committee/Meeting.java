package kaigo.committee;

import java.time.Instant;
import java.util.UUID;
import kaigo.access.rules.MeetingState;
import kaigo.committee.rules.Viewing;
import org.jspecify.annotations.Nullable;

/**
 * 審査会資料: a set of papers for one meeting.
 *
 * @param byFile it came by M11
 * @param version the one that is shown
 * @param erased notes, levels and pictures are gone
 */
public record Meeting(
        UUID id,
        String materialNo,
        boolean byFile,
        String panelNo,
        Instant plannedAt,
        Viewing viewing,
        Instant openFrom,
        Instant openTo,
        int version,
        @Nullable Recall recall,
        boolean erased) {

    /** 取戻し. */
    public record Recall(Instant at, String reason) {}

    public MeetingState state(Instant now) {
        return MeetingState.of(openFrom, openTo, recall == null ? null : recall.at(), now);
    }

    @Override
    public String toString() {
        return "Meeting[" + id + "]";
    }
}
