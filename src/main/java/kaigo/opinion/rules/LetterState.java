package kaigo.opinion.rules;

import kaigo.outbox.rules.ItemState;
import org.jspecify.annotations.Nullable;

/** 意見書の状態 of its newest version. Names: {@code letter.state.NAME}. */
public enum LetterState {
    DRAFT,
    CONFIRMED,
    /** On its way, not answered. */
    SENT,
    /** 受領. */
    RECEIVED,
    /** 受理. */
    ACCEPTED,
    /** 差戻し. */
    RETURNED;

    /** @param answered what the municipality has done with it, or null as long as it was not sent */
    public static LetterState of(boolean confirmed, @Nullable ItemState answered) {
        if (answered == null) {
            return confirmed ? CONFIRMED : DRAFT;
        }
        return switch (answered) {
            case WAITING, FETCHED -> SENT;
            case RECEIVED -> RECEIVED;
            case ACCEPTED -> ACCEPTED;
            case RETURNED -> RETURNED;
        };
    }

    /** 状態遷移表 (proposed, ours): what was sent stays as it was, and is followed by a new version until it is accepted. */
    public boolean can(LetterAct act) {
        return switch (act) {
            case SAVE, CONFIRM, DROP -> this == DRAFT;
            case REOPEN, SEND -> this == CONFIRMED;
            case SETTLE -> this == RETURNED;
            case AGAIN -> this == SENT || this == RECEIVED || this == RETURNED;
        };
    }
}
