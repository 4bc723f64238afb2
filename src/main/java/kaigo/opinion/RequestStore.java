package kaigo.opinion;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import kaigo.access.InsurerPermit;
import kaigo.access.LetterPermit;
import kaigo.access.NotAboutAPerson;
import kaigo.access.PersonKey;
import kaigo.opinion.Requests.Arrival;
import kaigo.opinion.Requests.Expected;
import kaigo.opinion.Requests.Question;
import kaigo.shared.InstitutionId;
import kaigo.shared.InsuredNumber;
import kaigo.shared.InsurerNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 作成依頼 as the municipality told of them (M13), and what it has on paper. */
@Component
class RequestStore {

    private static final String SAME = "insurer_number = r.insurer_number and insured_number = r.insured_number"
            + " and requested_on = r.requested_on and issuer_kind = r.issuer_kind and issuer_number = r.issuer_number";

    private static final String OPEN = """
             from opinion.open_request r
            join participants.insurer i on i.insurer_number = r.insurer_number and i.started_on <= :today
            where r.issuer_kind = :kind and r.issuer_number = :number
                and not exists (select from opinion.on_paper where %1$s)
                and not exists (select from opinion.letter where dropped_at is null and %1$s)
                and (:kind = 1 or exists (select from insured.viewing_facts v
                    where v.insurer_number = r.insurer_number and v.insured_number = r.insured_number
                        and v.office_number = :number)
                    or exists (select from insured.same_person s
                        join insured.viewing_facts v on v.insurer_number = s.other_insurer
                            and v.insured_number = s.other_insured and v.office_number = :number
                        where s.insurer_number = r.insurer_number and s.insured_number = r.insured_number))""".formatted(SAME);

    private final JdbcClient database;

    RequestStore(JdbcClient database) {
        this.database = database;
    }

    /**
     * What an institution was asked for and has not begun; the most urgent first. A 老健 or 医療院 is told nothing of somebody whom
     * it has not verified (rulings 16).
     */
    List<Asked> listOpen(LetterPermit permit, LocalDate today, int limit) {
        return of(
                        permit.issuer(),
                        "select r.*" + OPEN
                                + " order by r.due_on nulls last, r.requested_on, r.insurer_number, r.insured_number limit :limit")
                .param("today", today)
                .param("limit", limit)
                .query((row, n) -> asked(row))
                .list();
    }

    @NotAboutAPerson("how many opinions an institution was asked for")
    int count(InstitutionId issuer, LocalDate today) {
        return of(issuer, "select count(*)" + OPEN)
                .param("today", today)
                .query(Integer.class)
                .single();
    }

    private JdbcClient.StatementSpec of(InstitutionId issuer, String text) {
        return database.sql(text).param("kind", issuer.kind().code()).param("number", issuer.number());
    }

    /** Of an insurer's own insured: of what is waited for the oldest first, of all the newest. */
    List<Expected> list(InsurerPermit permit, Question question) {
        return database.sql("""
                select r.*, p.received_on, s.sent from (
                    select insurer_number, insured_number, issuer_kind, issuer_number, requested_on, due_on from opinion.open_request
                    where insurer_number = :insurer
                    union
                    select insurer_number, insured_number, issuer_kind, issuer_number, requested_on, null from opinion.on_paper o
                    where insurer_number = :insurer and not exists (select from opinion.open_request r
                        where r.insurer_number = o.insurer_number and r.insured_number = o.insured_number
                            and r.requested_on = o.requested_on and r.issuer_kind = o.issuer_kind and r.issuer_number = o.issuer_number)
                ) r
                left join opinion.on_paper p on p.insurer_number = r.insurer_number and p.insured_number = r.insured_number
                    and p.requested_on = r.requested_on and p.issuer_kind = r.issuer_kind and p.issuer_number = r.issuer_number
                cross join lateral (select coalesce((select o.answer is distinct from 'RETURNED' from opinion.letter l
                    join opinion.letter_version v using (insurer_number, letter)
                    join outbox.state o on o.insurer_number = v.insurer_number and o.number = v.item_number
                    where l.insured_number = r.insured_number and l.insurer_number = r.insurer_number
                        and l.requested_on = r.requested_on and l.issuer_kind = r.issuer_kind
                        and l.issuer_number = r.issuer_number and l.dropped_at is null
                    order by v.version desc limit 1), false) as sent) s
                where :all or p.received_on is null and not s.sent
                order by case when :all then null else r.requested_on end, r.requested_on desc, r.insured_number
                limit :limit""")
                .param("insurer", permit.insurer().value())
                .param("all", question.all())
                .param("limit", question.limit())
                .query((row, n) -> expected(row))
                .list();
    }

    /** Marked once more it changes nothing. */
    void mark(InsurerPermit permit, Asked asked, LocalDate receivedOn, Instant now, String by) {
        of(asked, """
                insert into opinion.on_paper (insurer_number, insured_number, requested_on, issuer_kind, issuer_number,
                    received_on, marked_at, marked_by)
                values (:insurer, :insured, :requested, :kind, :number, :received, :now, :by) on conflict do nothing""")
                .param("insurer", permit.insurer().value())
                .param("received", receivedOn)
                .param("now", OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                .param("by", by)
                .update();
    }

    void unmark(InsurerPermit permit, Asked asked) {
        of(asked, """
                delete from opinion.on_paper where insurer_number = :insurer and insured_number = :insured
                    and requested_on = :requested and issuer_kind = :kind and issuer_number = :number""").param("insurer", permit.insurer().value()).update();
    }

    private JdbcClient.StatementSpec of(Asked asked, String text) {
        return database.sql(text)
                .param("insured", asked.person().insured().value())
                .param("requested", asked.requestedOn())
                .param("kind", asked.issuer().kind().code())
                .param("number", asked.issuer().number());
    }

    private static Asked asked(ResultSet row) throws SQLException {
        return new Asked(
                person(row),
                new InstitutionId(InstitutionId.Kind.ofCode(row.getInt("issuer_kind")), row.getString("issuer_number")),
                Objects.requireNonNull(row.getObject("requested_on", LocalDate.class)),
                row.getObject("due_on", LocalDate.class));
    }

    /** M13 may name an institution by a number that is none: then it is only shown. */
    private static Expected expected(ResultSet row) throws SQLException {
        LocalDate paper = row.getObject("received_on", LocalDate.class);
        Arrival arrival =
                paper != null ? Arrival.ON_PAPER : row.getBoolean("sent") ? Arrival.ELECTRONIC : Arrival.NOT_YET;
        return new Expected(
                person(row),
                row.getString("issuer_number"),
                Objects.requireNonNull(row.getObject("requested_on", LocalDate.class)),
                row.getObject("due_on", LocalDate.class),
                InstitutionId.find(InstitutionId.Kind.ofCode(row.getInt("issuer_kind")), row.getString("issuer_number"))
                        .orElse(null),
                arrival,
                paper);
    }

    private static PersonKey person(ResultSet row) throws SQLException {
        return new PersonKey(
                new InsurerNumber(row.getString("insurer_number")), new InsuredNumber(row.getString("insured_number")));
    }
}
