package kaigo.outbox.rules;

/** 市町村の答え to what was sent to it (rulings 40). */
public enum Answer {
    /** 受領: it has arrived. */
    RECEIVED(ItemState.RECEIVED),
    /** 受理: it is as it should be. */
    ACCEPTED(ItemState.ACCEPTED),
    /** 差戻し: whoever has sent it has to mend it. */
    RETURNED(ItemState.RETURNED);

    private final ItemState state;

    Answer(ItemState state) {
        this.state = state;
    }

    public ItemState state() {
        return state;
    }
}
