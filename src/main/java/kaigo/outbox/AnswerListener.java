package kaigo.outbox;

import kaigo.access.InsurerPermit;

/** 答えを待つ部屋: a room that has put something in, and is told of each answer in the answer's own transaction. */
public interface AnswerListener {

    String interfaceId();

    /** @param item as it was before the answer */
    void answered(InsurerPermit permit, OutboxItem item);
}
