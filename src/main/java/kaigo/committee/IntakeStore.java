package kaigo.committee;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import kaigo.access.JobPermit;
import kaigo.access.PersonKey;
import kaigo.committee.SetDraft.Invited;
import kaigo.committee.VersionStore.Of;
import kaigo.committee.rules.Cutting;
import kaigo.committee.rules.Viewing;
import kaigo.shared.InsuredNumber;
import kaigo.shared.InsurerNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the jobs of this room look for: M11 that came, and sets that are over. */
@Component
class IntakeStore {

    private final JdbcClient database;

    IntakeStore(JdbcClient database) {
        this.database = database;
    }

    /** A revision of M11 that is not taken in. */
    record Came(InsurerNumber insurer, String materialNo) {}

    /**
     * @param now what was over long before is not looked at: nobody will read it
     */
    List<Came> listCame(JobPermit permit, Instant now) {
        return database.sql("""
                select t.insurer_number, t.material_no from committee.material t
                left join committee.meeting m on m.insurer_number = t.insurer_number and m.material_no = t.material_no
                where t.open_to > :now::timestamptz - interval '2 days'
                    and (m.meeting is null and t.deleted_at is null or m.material_revision < t.revision)
                order by t.insurer_number, t.material_no""")
                .param("now", Utc.of(now))
                .query((row, n) -> new Came(new InsurerNumber(row.getString(1)), row.getString(2)))
                .list();
    }

    /** @param deleted by M11 itself: called back */
    record Record(SetDraft draft, boolean deleted) {}

    /** Under the lock of the set: as it stands now. */
    Optional<Record> find(JobPermit permit, Came came) {
        return database.sql("select * from committee.material where insurer_number = ? and material_no = ?")
                .params(came.insurer().value(), came.materialNo())
                .query((row, n) -> new Record(
                        new SetDraft(
                                came.materialNo(),
                                row.getInt("revision"),
                                row.getString("panel_no"),
                                row.getObject("planned_at", OffsetDateTime.class)
                                        .toInstant(),
                                Viewing.ofCode(row.getString("viewing")).orElseThrow(),
                                row.getObject("open_from", OffsetDateTime.class).toInstant(),
                                row.getObject("open_to", OffsetDateTime.class).toInstant(),
                                new SetDraft.Paper(row.getString("sha256"), row.getInt("pages")),
                                "",
                                listCases(came, row.getInt("sheets_revision")),
                                listMembers(came, row.getInt("sheets_revision"))),
                        row.getObject("deleted_at") != null))
                .optional();
    }

    private List<Cutting.Sent> listCases(Came came, int sheets) {
        return database.sql("""
                select * from committee.material_case where insurer_number = ? and material_no = ? and sheets_revision = ?
                order by row_no""")
                .params(came.insurer().value(), came.materialNo(), sheets)
                .query((row, n) -> new Cutting.Sent(
                        row.getInt("case_order"),
                        new PersonKey(
                                new InsurerNumber(row.getString("case_insurer_number")),
                                new InsuredNumber(row.getString("insured_number"))),
                        row.getString("history_no"),
                        row.getInt("start_page")))
                .list();
    }

    /** By the name of the account, in small letters; M11 does not say who leads: it is whoever stands first [P]. */
    private List<Invited> listMembers(Came came, int sheets) {
        List<String> logins = database.sql("""
                select member_id from committee.material_member where insurer_number = ? and material_no = ?
                    and sheets_revision = ? order by row_no""")
                .params(came.insurer().value(), came.materialNo(), sheets)
                .query((row, n) -> row.getString(1).toLowerCase(Locale.ROOT))
                .list();
        return logins.stream()
                .distinct()
                .map(login -> new Invited(login, login.equals(logins.getFirst())))
                .toList();
    }

    /** What M11 has called back. */
    void taken(JobPermit permit, Of of, int revision) {
        database.sql("update committee.meeting set material_revision = ? where insurer_number = ? and meeting = ?")
                .params(revision, of.insurer().value(), of.meeting())
                .update();
    }

    /** A set that is over. */
    record Over(Of of, String materialNo) {}

    Optional<Over> findOver(JobPermit permit, Instant now) {
        return database.sql("""
                select insurer_number, meeting, material_no from committee.meeting
                where erased_at is null and (open_to <= ? or recalled_at is not null)
                order by insurer_number, meeting limit 1""")
                .param(Utc.of(now))
                .query((row, n) -> new Over(
                        new Of(new InsurerNumber(row.getString(1)), row.getObject(2, UUID.class)), row.getString(3)))
                .optional();
    }

    /** Notes and levels; the receipts stay. @return documents of its versions, or null if it is not over any more */
    @Nullable
    List<String> erase(JobPermit permit, Of of, Instant now) {
        int over = database.sql("""
                update committee.meeting set erased_at = :now where insurer_number = :insurer and meeting = :meeting
                    and erased_at is null and (open_to <= :now or recalled_at is not null)""")
                .param("now", Utc.of(now))
                .param("insurer", of.insurer().value())
                .param("meeting", of.meeting())
                .update();
        if (over == 0) {
            return null;
        }
        database.sql("""
                update committee.invitation i set levels_entered = (select count(*) from committee.level l
                    where l.insurer_number = i.insurer_number and l.meeting = i.meeting and l.login = i.login)
                where insurer_number = ? and meeting = ?""").params(of.insurer().value(), of.meeting()).update();
        for (String table : List.of("committee.note", "committee.level")) {
            database.sql("delete from " + table + " where insurer_number = ? and meeting = ?")
                    .params(of.insurer().value(), of.meeting())
                    .update();
        }
        return database.sql("select distinct sha256 from committee.version where insurer_number = ? and meeting = ?")
                .params(of.insurer().value(), of.meeting())
                .query(String.class)
                .list();
    }
}
