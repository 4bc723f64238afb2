package kaigo.filing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import kaigo.access.FilePermit;
import kaigo.access.FilingPermit;
import kaigo.access.PersonKey;
import kaigo.access.rules.Kind;
import kaigo.filing.rules.FilingKind;
import kaigo.filing.rules.Submission;
import kaigo.filing.rules.Submission.Answer;
import kaigo.outbox.rules.ItemState;
import kaigo.outbox.rules.ReturnReason;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class FilingStore {

    private final JdbcClient database;

    FilingStore(JdbcClient database) {
        this.database = database;
    }

    /** The oldest first. */
    List<Submission> list(FilePermit permit) {
        return list(new PersonKey(permit.insurer(), permit.insured()), permit.shows(Kind.FILING));
    }

    List<Submission> list(FilingPermit permit) {
        return list(permit.person(), true);
    }

    /** The same statement whether it is shown or not (settled 22). */
    private List<Submission> list(PersonKey person, boolean shown) {
        return database.sql("""
                select s.*, o.fetched_at, o.answer, o.reason, o.remark, o.answered_at
                from filing.submission s
                join outbox.state o on o.insurer_number = s.insurer_number and o.number = s.item_number
                where s.insurer_number = :insurer and s.insured_number = :insured and :shown
                order by s.number""")
                .param("insurer", person.insurer().value())
                .param("insured", person.insured().value())
                .param("shown", shown)
                .query((row, n) -> submission(row))
                .list();
    }

    private static Submission submission(ResultSet row) throws SQLException {
        return new Submission(
                row.getInt("number"),
                FilingKind.valueOf(row.getString("kind")),
                row.getBoolean("ends"),
                row.getString("filed_by"),
                row.getString("office_number"),
                row.getString("delegate_number"),
                row.getObject("filed_on", LocalDate.class),
                row.getObject("changed_on", LocalDate.class),
                row.getString("change_reason"),
                row.getObject("sent_at", OffsetDateTime.class).toInstant(),
                answer(row));
    }

    private static Answer answer(ResultSet row) throws SQLException {
        String answer = row.getString("answer");
        if (answer == null) {
            return new Answer(
                    row.getObject("fetched_at") == null ? ItemState.WAITING : ItemState.FETCHED, null, "", null);
        }
        String reason = row.getString("reason");
        return new Answer(
                ItemState.valueOf(answer),
                reason == null ? null : ReturnReason.valueOf(reason),
                Objects.requireNonNullElse(row.getString("remark"), ""),
                row.getObject("answered_at", OffsetDateTime.class).toInstant());
    }

    /** What is filed of one person takes turns, until the end of the transaction. */
    void takeTurns(FilingPermit permit) {
        database.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
                .param("filing:" + permit.person().insurer().value() + '/'
                        + permit.person().insured().value())
                .query()
                .singleRow();
    }

    /** Whether this form was sent already. */
    boolean isSent(FilingPermit permit, String form) {
        return database.sql("""
                select exists (select from filing.submission
                    where insurer_number = ? and insured_number = ? and form = ?)""")
                .params(
                        permit.person().insurer().value(),
                        permit.person().insured().value(),
                        form)
                .query(Boolean.class)
                .single();
    }

    /** 届出番号: the insurer's next, without a gap; whoever wants the one after waits. */
    int nextNumber(FilingPermit permit) {
        return database.sql("""
                insert into filing.last_number as n (insurer_number, number) values (?, 1)
                on conflict (insurer_number) do update set number = n.number + 1 returning number""")
                .param(permit.person().insurer().value())
                .query(Integer.class)
                .single();
    }

    /**
     * @param number 届出番号
     * @param item in the 送付箱
     */
    record Sent(int number, long item) {}

    void add(FilingPermit permit, Sender sender, FiledRecord filed, Sent sent) {
        WantedFiling wanted = filed.wanted();
        database.sql("""
                insert into filing.submission (insurer_number, number, insured_number, kind, ends, filed_by, office_number,
                    delegate_number, filed_on, changed_on, change_reason, former_number, sent_at, sent_by, item_number, form)
                values (:insurer, :number, :insured, :kind, :ends, :self, :office, :delegate, :filed, :changed, :reason, :former,
                    :at, :by, :item, :form)""")
                .param("insurer", permit.person().insurer().value())
                .param("number", sent.number())
                .param("insured", permit.person().insured().value())
                .param("kind", wanted.kind().name())
                .param("ends", filed.ends())
                .param("self", permit.office().number())
                .param("office", wanted.officeNumber())
                .param("delegate", wanted.delegateNumber())
                .param("filed", wanted.filedOn())
                .param("changed", wanted.changedOn())
                .param("reason", wanted.changeReason())
                .param("former", filed.formerNumber())
                .param("at", OffsetDateTime.ofInstant(sender.at(), ZoneOffset.UTC))
                .param("by", sender.viewer().actor())
                .param("item", sent.item())
                .param("form", sender.form())
                .update();
    }
}
