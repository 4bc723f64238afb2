package kaigo.opinion.rules;

import java.util.List;
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
    /** The correction came back: what was claimed before stands. */
    CORRECTION_RETURNED,
    /** The cancellation is on its way. */
    CANCEL_SENT,
    CANCELLED,
    /** The cancellation came back: the claim stands. */
    CANCEL_RETURNED;

    /**
     * One of the acts, and what the municipality has done with it: it may still answer one that was followed by another.
     *
     * @param answered of its item in the 送付箱
     */
    public record Step(ClaimAct act, ItemState answered) {

        private boolean isCancelled() {
            return act == ClaimAct.CANCEL && (answered == ItemState.RECEIVED || answered == ItemState.ACCEPTED);
        }

        private boolean isReturned() {
            return answered == ItemState.RETURNED;
        }
    }

    /** @param steps of one claim, the oldest first; at least one */
    public static ClaimState of(List<Step> steps) {
        Step last = steps.getLast();
        if (last.isCancelled()) {
            return CANCELLED;
        }
        int begin = 0;
        for (int i = 0; i < steps.size(); i++) {
            begin = steps.get(i).isCancelled() ? i + 1 : begin;
        }
        List<Step> since = steps.subList(begin, steps.size());
        boolean accepted =
                since.stream().anyMatch(step -> step.act() != ClaimAct.CANCEL && step.answered() == ItemState.ACCEPTED);
        if (last.act() == ClaimAct.CANCEL) {
            return !last.isReturned() ? CANCEL_SENT : accepted ? ACCEPTED : CANCEL_RETURNED;
        }
        if (accepted) {
            return ACCEPTED;
        }
        boolean stands = since.stream().anyMatch(step -> step.act() != ClaimAct.CANCEL && !step.isReturned());
        return switch (last.answered()) {
            case WAITING, FETCHED -> SENT;
            case RECEIVED -> RECEIVED;
            case ACCEPTED -> ACCEPTED;
            case RETURNED -> stands ? CORRECTION_RETURNED : RETURNED;
        };
    }

    /** 状態遷移表 (proposed, ours): until the municipality has accepted it, a claim is corrected or cancelled from here. */
    public boolean can(ClaimAct act) {
        return switch (act) {
            case CLAIM -> this == NONE || this == CANCELLED;
            case CORRECT -> isOpen() || this == RETURNED;
            case CANCEL -> isOpen();
        };
    }

    private boolean isOpen() {
        return this == SENT || this == RECEIVED || this == CORRECTION_RETURNED || this == CANCEL_RETURNED;
    }
}
