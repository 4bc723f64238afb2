package kaigo.outbox;

import kaigo.outbox.rules.Answer;
import kaigo.outbox.rules.ReturnReason;
import kaigo.shared.MyNumber;
import org.jspecify.annotations.Nullable;

/**
 * 市町村の答え.
 *
 * @param reason of a 差戻し, and of it alone
 * @param remark for whoever has sent it, or empty
 */
public record OutboxAnswer(Answer answer, @Nullable ReturnReason reason, String remark) {

    /** Characters of a remark. */
    public static final int REMARK = 200;

    /** Throws IllegalArgumentException for a 差戻し without its reason, another answer with one, or what may be a マイナンバー. */
    public OutboxAnswer {
        if ((answer == Answer.RETURNED) != (reason != null)) {
            throw new IllegalArgumentException("a reason belongs to what is returned");
        }
        if (remark.length() > REMARK
                || MyNumber.mayStandIn(remark)
                || reason != null && reason.needsRemark() && remark.isBlank()) {
            throw new IllegalArgumentException("no such remark");
        }
    }

    public static OutboxAnswer of(Answer answer) {
        return new OutboxAnswer(answer, null, "");
    }

    @Override
    public String toString() {
        return "OutboxAnswer[" + answer + "]";
    }
}
