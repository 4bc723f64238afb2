package kaigo.filing.rules;

import kaigo.outbox.rules.ItemState;

/** 届出の状態. Names: {@code filing.state.NAME}. */
public enum FilingState {
    /** 提出済み: on its way, not answered. */
    SENT,
    /** 受領. */
    RECEIVED,
    /** 受理. */
    ACCEPTED,
    /** 差戻し: nothing of it holds. */
    RETURNED,
    /** 訂正された: the same office has filed again. */
    CORRECTED,
    /** Another office's filing has taken its place. */
    SUPERSEDED,
    /** 廃止. */
    ABOLISHED;

    /** What the municipality has said of it. */
    static FilingState of(ItemState answered) {
        return switch (answered) {
            case WAITING, FETCHED -> SENT;
            case RECEIVED -> RECEIVED;
            case ACCEPTED -> ACCEPTED;
            case RETURNED -> RETURNED;
        };
    }
}
