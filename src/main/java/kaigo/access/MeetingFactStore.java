package kaigo.access;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import kaigo.access.rules.MeetingState;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class MeetingFactStore {

    private final JdbcClient database;

    MeetingFactStore(JdbcClient database) {
        this.database = database;
    }

    /** @param recalled why it was called back, if whoever is invited may still know; else null */
    record Invited(
            MeetingState state, boolean chair, @Nullable String recalled) {}

    Optional<Invited> find(InvitedPermit permit, UUID meeting, Instant now) {
        return database.sql("""
                select chair, open_from, open_to, recalled_at, recall_reason from committee.facts
                where insurer_number = ? and meeting = ? and login = ?""")
                .params(permit.insurer().value(), meeting, permit.login())
                .query((row, n) -> {
                    OffsetDateTime recalled = row.getObject("recalled_at", OffsetDateTime.class);
                    Instant from =
                            row.getObject("open_from", OffsetDateTime.class).toInstant();
                    Instant to = row.getObject("open_to", OffsetDateTime.class).toInstant();
                    boolean open = MeetingState.of(from, to, null, now) == MeetingState.OPEN;
                    return new Invited(
                            MeetingState.of(from, to, recalled == null ? null : recalled.toInstant(), now),
                            row.getBoolean("chair"),
                            open ? row.getString("recall_reason") : null);
                })
                .optional();
    }
}
