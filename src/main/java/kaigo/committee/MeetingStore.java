package kaigo.committee;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import kaigo.access.InsurerPermit;
import kaigo.access.Permit;
import kaigo.committee.Meeting.Recall;
import kaigo.committee.SetDraft.Invited;
import kaigo.committee.VersionStore.Of;
import kaigo.committee.rules.PaperCase;
import kaigo.committee.rules.Viewing;
import kaigo.shared.InsurerNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** {@code committee.meeting} with versions, cases and invitations: what the host writes. */
@Component
class MeetingStore {

    static final RowMapper<Meeting> MEETING = (row, n) -> meeting(row);

    private final JdbcClient database;

    MeetingStore(JdbcClient database) {
        this.database = database;
    }

    /** The newest meeting first. */
    List<Meeting> list(InsurerPermit permit, int limit) {
        return database.sql("""
                select * from committee.meeting where insurer_number = ? order by planned_at desc, meeting limit ?""")
                .params(permit.insurer().value(), limit)
                .query(MEETING)
                .list();
    }

    Optional<Meeting> find(InsurerPermit permit, UUID meeting) {
        return database.sql("select * from committee.meeting where insurer_number = ? and meeting = ?")
                .params(permit.insurer().value(), meeting)
                .query(MEETING)
                .optional();
    }

    Optional<Meeting> findByMaterial(Permit permit, InsurerNumber insurer, String materialNo) {
        return database.sql("select * from committee.meeting where insurer_number = ? and material_no = ?")
                .params(insurer.value(), materialNo)
                .query(MEETING)
                .optional();
    }

    /** Until the end of the transaction; to be read by a statement of its own. */
    void lock(Permit permit, InsurerNumber insurer, String materialNo) {
        database.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
                .param("committee:" + insurer.value() + '/' + materialNo)
                .query()
                .singleRow();
    }

    /** The set as it is from now on; its recall, if there was one, is over. */
    void put(Permit permit, Of of, int version, SetDraft draft) {
        database.sql("""
                insert into committee.meeting (insurer_number, meeting, material_no, material_revision, panel_no, planned_at,
                    viewing, open_from, open_to, version)
                values (:insurer, :meeting, :material, :revision, :panel, :planned, :viewing, :from, :to, :version)
                on conflict (insurer_number, meeting) do update set material_revision = excluded.material_revision,
                    panel_no = excluded.panel_no, planned_at = excluded.planned_at, viewing = excluded.viewing,
                    open_from = excluded.open_from, open_to = excluded.open_to, version = excluded.version,
                    recalled_at = null, recalled_by = null, recall_reason = null, erased_at = null""")
                .param("insurer", of.insurer().value())
                .param("meeting", of.meeting())
                .param("material", draft.materialNo())
                .param("revision", draft.revision())
                .param("panel", draft.panelNo())
                .param("planned", Utc.of(draft.plannedAt()))
                .param("viewing", draft.viewing().code())
                .param("from", Utc.of(draft.openFrom()))
                .param("to", Utc.of(draft.openTo()))
                .param("version", version)
                .update();
    }

    /** @param by the actor as the audit stream names it */
    record Publication(Instant at, String by) {}

    void addVersion(Permit permit, Of of, int version, SetDraft draft, Publication published) {
        database.sql("""
                insert into committee.version (insurer_number, meeting, version, sha256, pages, remark, published_at, published_by)
                values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        of.insurer().value(),
                        of.meeting(),
                        version,
                        draft.paper().sha256(),
                        draft.paper().pages(),
                        draft.remark(),
                        Utc.of(published.at()),
                        published.by())
                .update();
    }

    void addCase(Permit permit, Of of, int version, PaperCase one) {
        database.sql("""
                insert into committee.version_case (insurer_number, meeting, version, case_id, case_order,
                    case_insurer_number, insured_number, history_no, start_page, end_page)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        of.insurer().value(),
                        of.meeting(),
                        version,
                        one.id(),
                        one.order(),
                        one.person().insurer().value(),
                        one.person().insured().value(),
                        one.historyNo(),
                        one.startPage(),
                        one.endPage())
                .update();
    }

    /** Whoever is not among them any more is invited no longer; his receipt stays. */
    void invite(Permit permit, Of of, List<Invited> members) {
        database.sql("update committee.invitation set withdrawn = true where insurer_number = ? and meeting = ?")
                .params(of.insurer().value(), of.meeting())
                .update();
        members.forEach(member -> database.sql("""
                insert into committee.invitation (insurer_number, meeting, login, chair) values (?, ?, ?, ?)
                on conflict (insurer_number, meeting, login) do update set chair = excluded.chair, withdrawn = false,
                    levels_entered = null""")
                .params(of.insurer().value(), of.meeting(), member.login(), member.chair())
                .update());
    }

    /** @return whether there was one to be recalled */
    boolean recall(Permit permit, Of of, Recall recall, String by) {
        return database.sql("""
                update committee.meeting set recalled_at = ?, recalled_by = ?, recall_reason = ?
                where insurer_number = ? and meeting = ? and recalled_at is null and open_to > ?""")
                        .params(
                                Utc.of(recall.at()),
                                by,
                                recall.reason(),
                                of.insurer().value(),
                                of.meeting(),
                                Utc.of(recall.at()))
                        .update()
                > 0;
    }

    /** By name; those who are not invited any more are left out. */
    List<Receipt> listReceipts(InsurerPermit permit, UUID meeting) {
        return database.sql("""
                select i.*, (select count(*) from committee.page_read r where r.insurer_number = i.insurer_number
                        and r.meeting = i.meeting and r.login = i.login and r.version = m.version) as pages_read,
                    coalesce(i.levels_entered, (select count(*) from committee.level l
                        where l.insurer_number = i.insurer_number and l.meeting = i.meeting and l.login = i.login)) as levels,
                    (select max(n.sent_at) from committee.notice n where n.insurer_number = i.insurer_number
                        and n.meeting = i.meeting and n.login = i.login) as told
                from committee.invitation i
                join committee.meeting m on m.insurer_number = i.insurer_number and m.meeting = i.meeting
                where i.insurer_number = ? and i.meeting = ? and not i.withdrawn
                order by i.chair desc, i.login""")
                .params(permit.insurer().value(), meeting)
                .query((row, n) -> receipt(row))
                .list();
    }

    private static Receipt receipt(ResultSet row) throws SQLException {
        return new Receipt(
                row.getString("login"),
                row.getBoolean("chair"),
                instant(row, "first_opened_at"),
                instant(row, "last_opened_at"),
                row.getObject("seen_version", Integer.class),
                row.getInt("pages_read"),
                instant(row, "downloaded_at"),
                row.getObject("downloaded_version", Integer.class),
                row.getInt("levels"),
                instant(row, "told"));
    }

    private static Meeting meeting(ResultSet row) throws SQLException {
        Instant recalled = instant(row, "recalled_at");
        return new Meeting(
                row.getObject("meeting", UUID.class),
                row.getString("material_no"),
                row.getObject("material_revision") != null,
                row.getString("panel_no"),
                Objects.requireNonNull(instant(row, "planned_at")),
                Viewing.ofCode(row.getString("viewing")).orElseThrow(),
                Objects.requireNonNull(instant(row, "open_from")),
                Objects.requireNonNull(instant(row, "open_to")),
                row.getInt("version"),
                recalled == null ? null : new Recall(recalled, row.getString("recall_reason")),
                row.getObject("erased_at") != null);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
