package kaigo.insured;

import java.time.Duration;
import java.time.Instant;
import kaigo.layout.ErrorId;
import org.jspecify.annotations.Nullable;

/**
 * 連携の結果: what an answer of the 中間サーバ means for the person's link.
 *
 * @param state the new state; ASKING if it is asked again
 * @param error error id of a final error
 * @param nextTry when it is asked again, or null if this is final
 */
public record LinkOutcome(
        LinkState state, @Nullable ErrorId error, @Nullable Instant nextTry) {

    /** After this long without an answer it is final and the number is erased (settled 30). */
    static final Duration GIVE_UP = Duration.ofDays(7);

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(10);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    /** Business answers are final; LATER is asked again. */
    public static LinkOutcome of(IntermediateServer.Outcome outcome, Instant asked, int attempts, Instant now) {
        return switch (outcome) {
            case LINKED -> new LinkOutcome(LinkState.LINKED, null, null);
            case NOT_REGISTERED -> new LinkOutcome(LinkState.NOT_REGISTERED, ErrorId.E5001, null);
            case MISMATCH -> new LinkOutcome(LinkState.OTHER_ERROR, ErrorId.E5005, null);
            case LATER -> later(asked, attempts, now);
        };
    }

    /** The key belongs to another 被保険者番号 of the same insurer. */
    public static LinkOutcome taken() {
        return new LinkOutcome(LinkState.OTHER_ERROR, ErrorId.E5003, null);
    }

    public boolean isFinal() {
        return nextTry == null;
    }

    private static LinkOutcome later(Instant asked, int attempts, Instant now) {
        if (!now.isBefore(asked.plus(GIVE_UP))) {
            return new LinkOutcome(LinkState.OTHER_ERROR, ErrorId.E5004, null);
        }
        long doubled = FIRST_PAUSE.toSeconds() << Math.min(Math.max(attempts - 1, 0), 12);
        return new LinkOutcome(LinkState.ASKING, null, now.plusSeconds(Math.min(doubled, LONGEST_PAUSE.toSeconds())));
    }
}
