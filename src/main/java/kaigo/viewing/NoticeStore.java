package kaigo.viewing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import kaigo.access.JobPermit;
import kaigo.access.NotAboutAPerson;
import kaigo.shared.InstitutionId;
import kaigo.shared.InstitutionViewer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class NoticeStore {

    private final JdbcClient database;

    NoticeStore(JdbcClient database) {
        this.database = database;
    }

    /**
     * @param cards people whose 証 changed since the office's last look; progress, filings likewise
     * @param letters 意見書 that came back
     */
    record Due(InstitutionId office, String login, String mail, int cards, int progress, int filings, int letters) {

        @Override
        public String toString() {
            return "Due[" + office.number() + "/" + login + "]";
        }
    }

    /** Who was not told today, and whose office has something on its worklists of what is new. Whoever has expired stands on none. */
    List<Due> list(JobPermit permit, LocalDate today) {
        return database.sql("""
                select n.office_kind, n.office_number, n.login, a.mail, c.cards, c.progress, c.filings,
                    coalesce(r.letters, 0) as letters
                from viewing.notice n
                join identity.institution_account a on a.kind = n.office_kind and a.number = n.office_number and a.login = n.login
                    and a.active and a.mail is not null
                cross join lateral (
                    select count(*) filter (where w.list = 'CARDS_CHANGED') as cards,
                        count(*) filter (where w.list = 'PROGRESS_CHANGED') as progress,
                        count(*) filter (where w.list = 'FILING_CHANGED') as filings
                    from viewing.worklist w
                    join insured.viewing_facts v on v.insurer_number = w.insurer_number
                        and v.insured_number = w.insured_number and v.office_number = w.office_number
                    where n.office_kind = 2 and w.office_number = n.office_number and :today between w.valid_from and w.valid_to
                        and v.viewable_until >= :today) c
                left join lateral (select letters from opinion.returned r
                    where r.issuer_kind = n.office_kind and r.issuer_number = n.office_number) r on true
                where (n.told_on is null or n.told_on < :today)
                    and c.cards + c.progress + c.filings + coalesce(r.letters, 0) > 0
                order by n.office_number, n.login""")
                .param("today", today)
                .query((row, n) -> new Due(
                        new InstitutionId(
                                InstitutionId.Kind.ofCode(row.getInt("office_kind")), row.getString("office_number")),
                        row.getString("login"),
                        row.getString("mail"),
                        row.getInt("cards"),
                        row.getInt("progress"),
                        row.getInt("filings"),
                        row.getInt("letters")))
                .list();
    }

    /**
     * Takes the day upon itself, until the end of the transaction; of two who want it the later one waits.
     *
     * @return false if it was told already, or is not wanted any more
     */
    boolean take(JobPermit permit, Due due, LocalDate today) {
        return database.sql("""
                update viewing.notice set told_on = :today
                where office_kind = :kind and office_number = :office and login = :login and (told_on is null or told_on < :today)""")
                        .param("today", today)
                        .param("kind", due.office().kind().code())
                        .param("office", due.office().number())
                        .param("login", due.login())
                        .update()
                > 0;
    }

    @NotAboutAPerson("whether the viewer itself wants a mail")
    boolean isWanted(InstitutionViewer viewer) {
        return database.sql("""
                select exists (select from viewing.notice where office_kind = ? and office_number = ? and login = ?)""")
                .params(viewer.institution().kind().code(), viewer.institution().number(), viewer.login())
                .query(Boolean.class)
                .single();
    }

    @NotAboutAPerson("whether the viewer itself wants a mail")
    void set(InstitutionViewer viewer, boolean wanted, Instant now) {
        database.sql(
                        wanted
                                ? "insert into viewing.notice (office_kind, office_number, login, set_at) values (:kind, :office, :login, :now) on conflict do nothing"
                                : "delete from viewing.notice where office_kind = :kind and office_number = :office and login = :login")
                .param("kind", viewer.institution().kind().code())
                .param("office", viewer.institution().number())
                .param("login", viewer.login())
                .param("now", OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                .update();
    }
}
