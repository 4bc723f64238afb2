package kaigo.opinion;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Objects;
import kaigo.opinion.Letter.Answered;
import kaigo.outbox.rules.ItemState;
import kaigo.outbox.rules.ReturnReason;
import org.jspecify.annotations.Nullable;

/** What a row of {@code outbox.state} says of something that was sent. */
final class AnswerRow {

    private AnswerRow() {}

    static ItemState state(ResultSet row) throws SQLException {
        String answer = row.getString("answer");
        if (answer != null) {
            return ItemState.valueOf(answer);
        }
        return row.getObject("fetched_at") == null ? ItemState.WAITING : ItemState.FETCHED;
    }

    /** Null as long as there is no answer. */
    static @Nullable Answered answered(ResultSet row) throws SQLException {
        OffsetDateTime at = row.getObject("answered_at", OffsetDateTime.class);
        if (at == null) {
            return null;
        }
        String reason = row.getString("reason");
        return new Answered(
                reason == null ? null : ReturnReason.valueOf(reason),
                Objects.requireNonNullElse(row.getString("remark"), ""),
                at.toInstant());
    }
}
