package kaigo.opinion;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import kaigo.access.PersonKey;
import kaigo.opinion.rules.LetterAct;
import kaigo.opinion.rules.LetterState;
import kaigo.outbox.rules.ReturnReason;
import org.jspecify.annotations.Nullable;

/**
 * 主治医意見書, its newest version.
 *
 * @param requestedOn 意見書作成依頼日
 * @param items as typed, by code of P02
 * @param answered to the version that was sent last, which may be the one before
 * @param accepted whether that one was accepted: nothing follows it
 * @param settled whether its 差戻し is not waited for any more
 * @param onPaper whether the municipality has it on paper
 * @param saved how often: whoever saves tells which one he saw
 */
public record Letter(
        UUID id,
        PersonKey person,
        LocalDate requestedOn,
        int version,
        LetterState state,
        Map<String, String> items,
        int saved,
        Instant savedAt,
        @Nullable Instant sentAt,
        @Nullable Answered answered,
        boolean accepted,
        boolean onPaper,
        boolean settled) {

    /** Whether its state allows it; what has come on paper is neither confirmed nor sent. */
    public boolean can(LetterAct act) {
        return state.can(act) && !(onPaper && act.isOfDoctor());
    }

    /**
     * What the municipality said.
     *
     * @param reason of a 差戻し
     */
    public record Answered(@Nullable ReturnReason reason, String remark, Instant at) {

        /** As {@code outbox.state} has it; null as long as there is no answer. */
        static @Nullable Answered of(@Nullable String reason, @Nullable String remark, @Nullable OffsetDateTime at) {
            return at == null
                    ? null
                    : new Answered(
                            reason == null ? null : ReturnReason.valueOf(reason),
                            Objects.requireNonNullElse(remark, ""),
                            at.toInstant());
        }

        @Override
        public String toString() {
            return "Answered[…]";
        }
    }

    @Override
    public String toString() {
        return "Letter[" + id + "]";
    }
}
