package kaigo.committee;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kaigo.access.InvitedPermit;
import kaigo.access.MemberPermit;
import kaigo.committee.MeetingView.NotePlace;
import kaigo.committee.MeetingView.OwnLevel;
import kaigo.committee.rules.Level;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** What a member reads of a meeting and writes down there: always his own, but for what the 合議体長 sees. */
@Component
class MemberStore {

    private static final String OWN = " where insurer_number = :insurer and meeting = :meeting and login = :login";

    private final JdbcClient database;

    MemberStore(JdbcClient database) {
        this.database = database;
    }

    /** Those that can be read now, or could if they had not been called back; the next meeting first. */
    List<InvitedMeeting> list(InvitedPermit permit, Instant now) {
        return database.sql("""
                select m.*, i.seen_version, v.pages, (select count(*) from committee.page_read r
                    where r.insurer_number = i.insurer_number and r.meeting = i.meeting and r.login = i.login
                        and r.version = m.version) as pages_read
                from committee.invitation i
                join committee.meeting m on m.insurer_number = i.insurer_number and m.meeting = i.meeting
                join committee.version v on v.insurer_number = m.insurer_number and v.meeting = m.meeting
                    and v.version = m.version
                where i.insurer_number = :insurer and i.login = :login and not i.withdrawn
                    and m.open_from <= :now and m.open_to > :now
                order by m.planned_at, m.meeting""")
                .param("insurer", permit.insurer().value())
                .param("login", permit.login())
                .param("now", Utc.of(now))
                .query((row, n) -> new InvitedMeeting(
                        MeetingStore.MEETING.mapRow(row, n),
                        row.getObject("seen_version", Integer.class),
                        row.getInt("pages"),
                        row.getInt("pages_read")))
                .list();
    }

    Meeting get(MemberPermit permit) {
        return database.sql("select * from committee.meeting where insurer_number = ? and meeting = ?")
                .params(permit.insurer().value(), permit.meeting())
                .query(MeetingStore.MEETING)
                .single();
    }

    Set<Integer> listRead(MemberPermit permit, int version) {
        return new HashSet<>(own(permit, "select page from committee.page_read" + OWN + " and version = :version")
                .param("version", version)
                .query(Integer.class)
                .list());
    }

    /** 開封: that he has opened this version. */
    void opened(MemberPermit permit, int version, Instant now) {
        own(permit, """
                update committee.invitation set first_opened_at = coalesce(first_opened_at, :now), last_opened_at = :now,
                    seen_version = greatest(seen_version, :version)""" + OWN)
                .param("now", Utc.of(now))
                .param("version", version)
                .update();
    }

    void read(MemberPermit permit, int version, int page, Instant now) {
        own(permit, """
                insert into committee.page_read (insurer_number, meeting, login, version, page, read_at)
                values (:insurer, :meeting, :login, :version, :page, :now) on conflict do nothing""")
                .param("version", version)
                .param("page", page)
                .param("now", Utc.of(now))
                .update();
    }

    void downloaded(MemberPermit permit, int version, Instant now) {
        own(permit, "update committee.invitation set downloaded_at = :now, downloaded_version = :version" + OWN)
                .param("now", Utc.of(now))
                .param("version", version)
                .update();
    }

    Set<NotePlace> listNoted(MemberPermit permit) {
        return new HashSet<>(own(permit, "select case_id, case_page from committee.note" + OWN)
                .query((row, n) -> new NotePlace(row.getInt(1), row.getInt(2)))
                .list());
    }

    /** Empty if there is none. */
    String findNote(MemberPermit permit, NotePlace place) {
        return own(permit, "select words from committee.note" + OWN + " and case_id = :case and case_page = :page")
                .param("case", place.caseId())
                .param("page", place.page())
                .query(String.class)
                .optional()
                .orElse("");
    }

    /** @param words empty: there is none any more */
    void saveNote(MemberPermit permit, NotePlace place, String words, Instant now) {
        String text = words.isEmpty()
                ? "delete from committee.note" + OWN + " and case_id = :case and case_page = :page"
                : """
                insert into committee.note (insurer_number, meeting, login, case_id, case_page, words, saved_at)
                values (:insurer, :meeting, :login, :case, :page, :words, :now)
                on conflict (insurer_number, meeting, login, case_id, case_page) do update
                set words = excluded.words, saved_at = excluded.saved_at""";
        own(permit, text)
                .param("case", place.caseId())
                .param("page", place.page())
                .param("words", words)
                .param("now", Utc.of(now))
                .update();
    }

    Map<Integer, OwnLevel> listLevels(MemberPermit permit) {
        Map<Integer, OwnLevel> levels = new HashMap<>();
        own(permit, "select case_id, level, reason from committee.level" + OWN)
                .query((row, n) ->
                        levels.put(row.getInt(1), new OwnLevel(Level.valueOf(row.getString(2)), row.getString(3))))
                .list();
        return levels;
    }

    void saveLevel(MemberPermit permit, int caseId, OwnLevel level, Instant now) {
        own(permit, """
                insert into committee.level (insurer_number, meeting, login, case_id, level, reason, saved_at)
                values (:insurer, :meeting, :login, :case, :level, :reason, :now)
                on conflict (insurer_number, meeting, login, case_id) do update
                set level = excluded.level, reason = excluded.reason, saved_at = excluded.saved_at""")
                .param("case", caseId)
                .param("level", level.level().name())
                .param("reason", level.reason())
                .param("now", Utc.of(now))
                .update();
    }

    void removeLevel(MemberPermit permit, int caseId) {
        own(permit, "delete from committee.level" + OWN + " and case_id = :case")
                .param("case", caseId)
                .update();
    }

    /** For the 合議体長 alone: of everybody, by the case's id and the login. Not the reasons. */
    Map<Integer, Map<String, Level>> listAllLevels(MemberPermit permit) {
        requireChair(permit);
        Map<Integer, Map<String, Level>> all = new HashMap<>();
        own(permit, """
                select l.case_id, l.login, l.level from committee.level l
                join committee.invitation i on i.insurer_number = l.insurer_number and i.meeting = l.meeting
                    and i.login = l.login and not i.withdrawn
                where l.insurer_number = :insurer and l.meeting = :meeting""")
                .query((row, n) -> all.computeIfAbsent(row.getInt(1), id -> new HashMap<>())
                        .put(row.getString(2), Level.valueOf(row.getString(3))))
                .list();
        return all;
    }

    /** For the 合議体長 alone: who is invited. */
    List<String> listMembers(MemberPermit permit) {
        requireChair(permit);
        return own(permit, """
                select login from committee.invitation
                where insurer_number = :insurer and meeting = :meeting and not withdrawn order by login""").query(String.class).list();
    }

    private static void requireChair(MemberPermit permit) {
        if (!permit.isChair()) {
            throw new IllegalStateException("only the chair sees what others think");
        }
    }

    private StatementSpec own(MemberPermit permit, String text) {
        return database.sql(text)
                .param("insurer", permit.insurer().value())
                .param("meeting", permit.meeting())
                .param("login", permit.login());
    }
}
