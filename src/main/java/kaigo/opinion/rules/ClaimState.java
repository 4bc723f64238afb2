package kaigo.opinion.rules;

import kaigo.outbox.rules.ItemState;

/** 請求の状態. Names: {@code claim.state.NAME}. */
public enum ClaimState {
    /** 未請求. */
    NONE,
    /** On its way, not answered. */
    SENT,
    /** 受領. */
    RECEIVED,
    /** 受理. */
    ACCEPTED,
    /** 差戻し. */
    RETURNED,
    CANCELLED,
    /** The cancellation came back: the claim stands. */
    CANCEL_RETURNED;

    /** @param answered what the municipality has done with the last act */
    public static ClaimState of(ClaimAct last, ItemState answered) {
        if (last == ClaimAct.CANCEL) {
            return answered == ItemState.RETURNED ? CANCEL_RETURNED : CANCELLED;
        }
        return switch (answered) {
            case WAITING, FETCHED -> SENT;
            case RECEIVED -> RECEIVED;
            case ACCEPTED -> ACCEPTED;
            case RETURNED -> RETURNED;
        };
    }

    /** 状態遷移表 (proposed, ours): until the municipality has accepted it, a claim is corrected or cancelled from here. */
    public boolean can(ClaimAct act) {
        return switch (act) {
            case CLAIM -> this == NONE || this == CANCELLED;
            case CORRECT -> this == SENT || this == RECEIVED || this == RETURNED || this == CANCEL_RETURNED;
            case CANCEL -> this == SENT || this == RECEIVED || this == CANCEL_RETURNED;
        };
    }
}
