package kaigo.outbox;

import java.time.Instant;
import kaigo.outbox.rules.Answer;
import kaigo.outbox.rules.ItemState;
import kaigo.outbox.rules.ReturnReason;
import org.jspecify.annotations.Nullable;

/**
 * 送付箱の一件, without what it says.
 *
 * @param number of the insurer, in the order of the acts, without a gap
 * @param insuredNumber of the person it is about; null of P01
 * @param receipt 受付番号 of the reception it is about; of P01 alone
 * @param fetchedAt for the first time, or null
 * @param answered the last answer of the municipality, or null
 */
public record OutboxItem(
        long number,
        String interfaceId,
        @Nullable String insuredNumber,
        @Nullable String receipt,
        Instant putAt,
        @Nullable Instant fetchedAt,
        @Nullable Answered answered) {

    /** @param reason of a 差戻し */
    public record Answered(Answer answer, @Nullable ReturnReason reason, String remark, Instant at) {

        @Override
        public String toString() {
            return "Answered[" + answer + "]";
        }
    }

    public ItemState state() {
        if (answered != null) {
            return answered.answer().state();
        }
        return fetchedAt == null ? ItemState.WAITING : ItemState.FETCHED;
    }

    OutboxItem fetched(Instant at) {
        return fetchedAt == null
                ? new OutboxItem(number, interfaceId, insuredNumber, receipt, putAt, at, answered)
                : this;
    }

    public boolean isDone() {
        return state().isDone(interfaceId);
    }
}
