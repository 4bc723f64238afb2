package kaigo.filing;

import java.time.LocalDate;
import kaigo.outbox.Receptions;
import org.jspecify.annotations.Nullable;

/**
 * 届出の結果.
 *
 * @param takesFrom of NOT_TAKEN: the day from which the municipality takes filings, or null if it is not known
 */
public record FilingReply(FilingAnswer answer, @Nullable LocalDate takesFrom) {

    static FilingReply of(FilingAnswer answer) {
        return new FilingReply(answer, null);
    }

    /** The refusal, with the day from which the municipality takes filings. */
    public String sentence() {
        return answer.sentence() + Receptions.takesFrom(takesFrom);
    }

    public boolean isSent() {
        return answer == FilingAnswer.SENT || answer == FilingAnswer.SENT_BEFORE;
    }
}
