package kaigo.rollout;

import kaigo.intake.RegisterCount;
import org.jspecify.annotations.Nullable;

/**
 * 件数の確認: one interface.
 *
 * @param own 市町村側の件数, or null if nobody entered it
 */
public record CountRow(RegisterCount held, @Nullable Integer own) {

    /** Nothing was sent, and nobody expects anything. */
    public boolean isEmpty() {
        return own == null && held.registered() == 0 && held.sent() == 0;
    }

    /** An interface of which nothing was sent and nothing is expected needs no number. */
    public boolean agrees() {
        return isEmpty() || (own != null && own == held.registered());
    }

    /** Registered here minus counted there, or null. */
    public @Nullable Integer difference() {
        return own == null ? null : held.registered() - own;
    }
}
