package kaigo.outbox.rules;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** 送付の状態. */
public enum ItemState {
    /** 未取得. */
    WAITING,
    /** 受領待ち: fetched, not answered (rulings 40). */
    FETCHED,
    /** 受領. */
    RECEIVED,
    /** 受理. */
    ACCEPTED,
    /** 差戻し. */
    RETURNED;

    /** What somebody outside has written, which the municipality can accept or send back; of the rest it only says that it has it. */
    private static final Set<String> JUDGED = Set.of("P02", "P03", "P04");

    /** @param answer the last one, or null */
    public static ItemState of(@Nullable String answer, boolean fetched) {
        return answer != null ? valueOf(answer) : fetched ? FETCHED : WAITING;
    }

    /** IF ID of what is judged. */
    public static Set<String> judged() {
        return JUDGED;
    }

    public static boolean isJudged(String interfaceId) {
        return JUDGED.contains(interfaceId);
    }

    /**
     * 状態遷移表 (rulings 40; proposed, ours). The same answer again changes nothing: whoever is not sure that it arrived
     * gives it again.
     *
     * @return empty if this cannot be answered now, or not to this interface
     */
    public Optional<ItemState> after(Answer answer, String interfaceId) {
        boolean fits = answer == Answer.RECEIVED || isJudged(interfaceId);
        boolean can = switch (this) {
            case WAITING -> false;
            case FETCHED, RECEIVED -> fits;
            case ACCEPTED, RETURNED -> answer.state() == this;
        };
        return can ? Optional.of(answer.state()) : Optional.empty();
    }

    /** Nothing of it waits for the municipality any more. */
    public boolean isDone(String interfaceId) {
        return this == ACCEPTED || this == RETURNED || this == RECEIVED && !isJudged(interfaceId);
    }
}
