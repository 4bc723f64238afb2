package kaigo.access;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import kaigo.access.rules.MeetingState;
import kaigo.shared.MemberViewer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class MeetingFactStore {

    private final JdbcClient database;

    MeetingFactStore(JdbcClient database) {
        this.database = database;
    }

    record Invited(MeetingState state, boolean chair) {}

    @NotAboutAPerson("whether a 委員 is invited to a meeting, to be decided about next")
    Optional<Invited> find(MemberViewer viewer, UUID meeting, Instant now) {
        return database.sql("""
                select chair, open_from, open_to, recalled_at from committee.facts
                where insurer_number = ? and meeting = ? and login = ?""")
                .params(viewer.insurer().value(), meeting, viewer.login())
                .query((row, n) -> {
                    OffsetDateTime recalled = row.getObject("recalled_at", OffsetDateTime.class);
                    MeetingState state = MeetingState.of(
                            row.getObject("open_from", OffsetDateTime.class).toInstant(),
                            row.getObject("open_to", OffsetDateTime.class).toInstant(),
                            recalled == null ? null : recalled.toInstant(),
                            now);
                    return new Invited(state, row.getBoolean("chair"));
                })
                .optional();
    }
}
