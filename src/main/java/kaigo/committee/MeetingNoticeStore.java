package kaigo.committee;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import kaigo.access.JobPermit;
import kaigo.access.Permit;
import kaigo.committee.VersionStore.Of;
import kaigo.shared.InsurerNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** {@code committee.notice}: who is to be told of what, once. */
@Component
class MeetingNoticeStore {

    private final JdbcClient database;

    MeetingNoticeStore(JdbcClient database) {
        this.database = database;
    }

    /** What a mail tells of. */
    enum Kind {
        PUBLISHED,
        CHANGED,
        RECALLED
    }

    record Due(Of of, String login, Kind kind, int version) {}

    /**
     * To whoever is invited: who has been told of the set before learns of the change, the others of the set itself; who is
     * to be told of it later anyway, learns of its newest version then.
     */
    void published(Permit permit, Of of, int version, Instant dueAt) {
        database.sql("""
                insert into committee.notice (insurer_number, meeting, login, kind, version, due_at)
                select i.insurer_number, i.meeting, i.login,
                    case when n.sent then 'CHANGED' else 'PUBLISHED' end, :version, :due
                from committee.invitation i
                left join lateral (select bool_or(n.sent_at is not null) as sent, bool_or(n.sent_at is null) as open
                    from committee.notice n where n.insurer_number = i.insurer_number and n.meeting = i.meeting
                        and n.login = i.login and n.kind <> 'RECALLED') n on true
                where i.insurer_number = :insurer and i.meeting = :meeting and not i.withdrawn
                    and (n.open is null or not n.open)""")
                .param("insurer", of.insurer().value())
                .param("meeting", of.meeting())
                .param("version", version)
                .param("due", Utc.of(dueAt))
                .update();
        database.sql(
                        "update committee.notice set due_at = ? where insurer_number = ? and meeting = ? and sent_at is null")
                .params(Utc.of(dueAt), of.insurer().value(), of.meeting())
                .update();
    }

    /** To whoever has been told of the set; the others never hear of it. */
    void recalled(Permit permit, Of of, int version, Instant now) {
        database.sql("delete from committee.notice where insurer_number = ? and meeting = ? and sent_at is null")
                .params(of.insurer().value(), of.meeting())
                .update();
        database.sql("""
                insert into committee.notice (insurer_number, meeting, login, kind, version, due_at)
                select distinct n.insurer_number, n.meeting, n.login, 'RECALLED', :version, :now::timestamptz
                from committee.notice n
                join committee.invitation i on i.insurer_number = n.insurer_number and i.meeting = n.meeting
                    and i.login = n.login and not i.withdrawn
                where n.insurer_number = :insurer and n.meeting = :meeting on conflict do nothing""")
                .param("insurer", of.insurer().value())
                .param("meeting", of.meeting())
                .param("version", version)
                .param("now", Utc.of(now))
                .update();
    }

    /** Of meetings that are not over. */
    List<Due> list(JobPermit permit, Instant now) {
        return database.sql("""
                select n.* from committee.notice n
                join committee.meeting m on m.insurer_number = n.insurer_number and m.meeting = n.meeting
                where n.sent_at is null and n.due_at <= :now and m.open_to > :now
                order by n.insurer_number, n.due_at, n.login""")
                .param("now", Utc.of(now))
                .query((row, n) -> new Due(
                        new Of(
                                new InsurerNumber(row.getString("insurer_number")),
                                row.getObject("meeting", UUID.class)),
                        row.getString("login"),
                        Kind.valueOf(row.getString("kind")),
                        row.getInt("version")))
                .list();
    }

    /**
     * Takes it upon itself, until the end of the transaction; of two who want it the later one waits.
     *
     * @return false if it was sent already, or is not wanted any more
     */
    boolean take(JobPermit permit, Due due, Instant now) {
        return database.sql("""
                update committee.notice set sent_at = :now where insurer_number = :insurer and meeting = :meeting
                    and login = :login and kind = :kind and version = :version and sent_at is null""")
                        .param("now", Utc.of(now))
                        .param("insurer", due.of().insurer().value())
                        .param("meeting", due.of().meeting())
                        .param("login", due.login())
                        .param("kind", due.kind().name())
                        .param("version", due.version())
                        .update()
                > 0;
    }
}
