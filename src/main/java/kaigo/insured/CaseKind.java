package kaigo.insured;

import java.util.List;

/** 連携できない方の種類. */
public enum CaseKind {
    /** Everything that waits for somebody of the municipality. */
    OPEN(LinkState.NOT_REGISTERED, LinkState.NUMBER_MISSING, LinkState.OTHER_ERROR),
    NOT_REGISTERED(LinkState.NOT_REGISTERED),
    NUMBER_MISSING(LinkState.NUMBER_MISSING),
    OTHER_ERROR(LinkState.OTHER_ERROR),
    /** Recorded as lasting: nothing is to be done. */
    RECORDED(LinkState.EXEMPT, LinkState.UNCONFIRMABLE);

    private final List<LinkState> states;

    CaseKind(LinkState... states) {
        this.states = List.of(states);
    }

    public List<LinkState> states() {
        return states;
    }

    Integer[] codes() {
        return states.stream().map(LinkState::code).toArray(Integer[]::new);
    }
}
