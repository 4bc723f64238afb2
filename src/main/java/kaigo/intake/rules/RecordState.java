package kaigo.intake.rules;

import kaigo.layout.ErrorId;
import kaigo.shared.UpdateType;
import org.jspecify.annotations.Nullable;

/**
 * 更新区分の規則: the state table of interface.md 9.5 (names of 更新区分情報 official, table proposed, ours), with settled 25:
 * 更新日時 is compared only where the content differs.
 */
public final class RecordState {

    private RecordState() {}

    /** @param finding the error or warning that goes with the effect, or null */
    public record Decision(Effect effect, @Nullable ErrorId finding) {
        static Decision of(Effect effect) {
            return new Decision(effect, null);
        }

        static Decision refuse(ErrorId finding) {
            return new Decision(Effect.REFUSE, finding);
        }
    }

    /** @param older whether the record's 更新日時(送信元) is before the stored one */
    public static Decision decide(UpdateType type, KeyState state, boolean older) {
        return switch (type) {
            case CREATE -> register(state);
            case UPDATE -> update(state, older);
            case DELETE -> delete(state);
        };
    }

    private static Decision register(KeyState state) {
        return switch (state) {
            case ABSENT -> Decision.of(Effect.CREATE);
            case SAME_CONTENT -> new Decision(Effect.KEEP, ErrorId.W2201);
            case OTHER_CONTENT -> Decision.refuse(ErrorId.E2101);
            case DELETED -> Decision.of(Effect.REVIVE);
        };
    }

    private static Decision update(KeyState state, boolean older) {
        return switch (state) {
            case ABSENT -> Decision.refuse(ErrorId.E2102);
            case SAME_CONTENT -> Decision.of(Effect.KEEP);
            case OTHER_CONTENT -> older ? new Decision(Effect.PASS_OVER, ErrorId.W2203) : Decision.of(Effect.REPLACE);
            case DELETED -> Decision.refuse(ErrorId.E2103);
        };
    }

    private static Decision delete(KeyState state) {
        return switch (state) {
            case ABSENT -> Decision.refuse(ErrorId.E2102);
            case SAME_CONTENT, OTHER_CONTENT -> Decision.of(Effect.DELETE);
            case DELETED -> new Decision(Effect.KEEP, ErrorId.W2202);
        };
    }
}
