package kaigo.outbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import kaigo.access.InsurerPermit;
import kaigo.access.JobPermit;
import kaigo.access.Permit;
import kaigo.access.PersonKey;
import kaigo.outbox.Outbox.Fetched;
import kaigo.outbox.Outbox.Question;
import kaigo.outbox.OutboxItem.Answered;
import kaigo.outbox.rules.Answer;
import kaigo.outbox.rules.ItemState;
import kaigo.outbox.rules.ReturnReason;
import kaigo.shared.InsurerNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class OutboxStore {

    /** Items of the insurer with their last answer. */
    private static final String ITEMS = """
            select i.number, i.interface_id, i.insured_number, i.receipt, i.put_at, i.fetched_at, i.record,
                a.answer, a.reason, a.remark, a.answered_at
            from outbox.item i
            left join lateral (
                select * from outbox.answer a where a.insurer_number = i.insurer_number and a.number = i.number
                order by a.revision desc limit 1) a on true
            where i.insurer_number = :insurer""";

    private final JdbcClient database;

    OutboxStore(JdbcClient database) {
        this.database = database;
    }

    /** Whoever puts something in for an insurer waits for the one before: numbers are seen in their order. */
    long add(Permit permit, PersonKey person, String interfaceId, String record, Instant now) {
        return next(person.insurer(), interfaceId, record, now)
                .param("insured", person.insured().value())
                .param("receipt", null, Types.VARCHAR)
                .param("quiet", false)
                .query(Long.class)
                .single();
    }

    void add(JobPermit permit, ReceptionResults results, String record, Instant now) {
        next(results.insurer(), ReceptionResults.INTERFACE, record, now)
                .param("insured", null, Types.VARCHAR)
                .param("receipt", results.receiptNo())
                .param("quiet", results.isQuiet())
                .query(Long.class)
                .single();
    }

    private JdbcClient.StatementSpec next(InsurerNumber insurer, String interfaceId, String record, Instant now) {
        return database.sql("""
                with next as (
                    insert into outbox.last_number as n (insurer_number, number) values (:insurer, 1)
                    on conflict (insurer_number) do update set number = n.number + 1 returning number)
                insert into outbox.item (insurer_number, number, interface_id, insured_number, receipt, quiet, record, put_at)
                select :insurer, number, :interface, :insured, :receipt, :quiet, :record, :now from next
                returning number""")
                .param("insurer", insurer.value())
                .param("interface", interfaceId)
                .param("record", record)
                .param("now", utc(now));
    }

    /** The results of a reception were taken by its 受付番号: the item that tells of them needs no fetch any more. */
    void markFetched(InsurerPermit permit, String receipt, Instant now) {
        database.sql("""
                update outbox.item set fetched_at = ? where insurer_number = ? and receipt = ? and fetched_at is null""").params(utc(now), permit.insurer().value(), receipt).update();
    }

    List<OutboxItem> list(InsurerPermit permit, @Nullable String interfaceId, long since, int limit) {
        return items(permit, """
                 and i.number > :since and (:interface::text is null or i.interface_id = :interface)
                order by i.number limit :limit""")
                .param("since", since)
                .param("interface", interfaceId)
                .param("limit", limit)
                .query((row, n) -> item(row))
                .list();
    }

    List<OutboxItem> list(InsurerPermit permit, Question question) {
        String state = question.only() == null
                ? ""
                : switch (question.only()) {
                    case WAITING -> " and i.fetched_at is null";
                    case FETCHED -> " and i.fetched_at is not null and a.answer is null";
                    case RECEIVED, ACCEPTED, RETURNED -> " and a.answer = '" + question.only() + "'";
                };
        String quiet = question.quiet() ? "" : " and not i.quiet";
        return items(permit, state + quiet + " and i.number < :before order by i.number desc limit :limit")
                .param("before", question.before() == null ? Long.MAX_VALUE : question.before())
                .param("limit", question.limit())
                .query((row, n) -> item(row))
                .list();
    }

    OpenItems count(InsurerPermit permit) {
        return database.sql("""
                select count(*) filter (where i.fetched_at is null) as waiting,
                    count(*) filter (where i.fetched_at is not null and a.answer is null) as fetched,
                    count(*) filter (where a.answer = 'RECEIVED' and i.interface_id = any(?)) as received
                from outbox.item i
                left join lateral (
                    select answer from outbox.answer a where a.insurer_number = i.insurer_number and a.number = i.number
                    order by a.revision desc limit 1) a on true
                where i.insurer_number = ? and not i.quiet""")
                .params(
                        ItemState.judged().toArray(String[]::new),
                        permit.insurer().value())
                .query((row, n) -> new OpenItems(row.getInt("waiting"), row.getInt("fetched"), row.getInt("received")))
                .single();
    }

    List<Fetched> listWaiting(InsurerPermit permit, String interfaceId, int limit) {
        return items(permit, """
                 and i.fetched_at is null and i.interface_id = :interface order by i.number limit :limit""")
                .param("interface", interfaceId)
                .param("limit", limit)
                .query((row, n) -> new Fetched(item(row), row.getString("record")))
                .list();
    }

    Optional<Fetched> find(InsurerPermit permit, long number) {
        return items(permit, " and i.number = :number")
                .param("number", number)
                .query((row, n) -> new Fetched(item(row), row.getString("record")))
                .optional();
    }

    /**
     * The item until the end of the transaction: two answers take turns. Read by a statement of its own: the one that waits has
     * looked before the other answer was there.
     */
    Optional<OutboxItem> lock(InsurerPermit permit, long number) {
        database.sql("select from outbox.item where insurer_number = ? and number = ? for update")
                .params(permit.insurer().value(), number)
                .query((row, n) -> number)
                .list();
        return items(permit, " and i.number = :number")
                .param("number", number)
                .query((row, n) -> item(row))
                .optional();
    }

    void markFetched(InsurerPermit permit, List<Long> numbers, Instant now) {
        database.sql("""
                update outbox.item set fetched_at = ?
                where insurer_number = ? and number = any(?) and fetched_at is null""")
                .params(utc(now), permit.insurer().value(), numbers.toArray(Long[]::new))
                .update();
    }

    void answer(InsurerPermit permit, long number, OutboxAnswer answer, Instant now, String by) {
        database.sql("""
                insert into outbox.answer (insurer_number, number, revision, answer, reason, remark, answered_at, answered_by)
                select :insurer, :number, 1 + count(*), :answer, :reason, :remark, :now, :by from outbox.answer
                where insurer_number = :insurer and number = :number""")
                .param("insurer", permit.insurer().value())
                .param("number", number)
                .param("answer", answer.answer().name())
                .param(
                        "reason",
                        answer.reason() == null ? null : answer.reason().name())
                .param("remark", answer.remark())
                .param("now", utc(now))
                .param("by", by)
                .update();
    }

    private JdbcClient.StatementSpec items(InsurerPermit permit, String which) {
        return database.sql(ITEMS + " " + which)
                .param("insurer", permit.insurer().value());
    }

    private static OutboxItem item(ResultSet row) throws SQLException {
        OffsetDateTime fetched = row.getObject("fetched_at", OffsetDateTime.class);
        return new OutboxItem(
                row.getLong("number"),
                row.getString("interface_id"),
                row.getString("insured_number"),
                row.getString("receipt"),
                row.getObject("put_at", OffsetDateTime.class).toInstant(),
                fetched == null ? null : fetched.toInstant(),
                answered(row));
    }

    private static @Nullable Answered answered(ResultSet row) throws SQLException {
        String answer = row.getString("answer");
        if (answer == null) {
            return null;
        }
        String reason = row.getString("reason");
        return new Answered(
                Answer.valueOf(answer),
                reason == null ? null : ReturnReason.valueOf(reason),
                row.getString("remark"),
                row.getObject("answered_at", OffsetDateTime.class).toInstant());
    }

    private static OffsetDateTime utc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
