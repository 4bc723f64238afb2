package kaigo.intake.linking;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import kaigo.access.JobPermit;
import kaigo.insured.LinkOutcome;
import kaigo.shared.InsurerNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The queue of {@code insured.link}, and what an answer changes: link, directory, result, counts of the file. */
@Component
public class LinkStore {

    private final JdbcClient database;

    LinkStore(JdbcClient database) {
        this.database = database;
    }

    /** Insurers with something to ask now. */
    List<InsurerNumber> insurersWaiting(JobPermit permit, Instant now) {
        return database.sql("""
                select i.insurer_number from participants.insurer i
                where exists (select from insured.link l
                    where l.insurer_number = i.insurer_number and l.state = 1 and l.next_try_at <= ?
                      and (l.lease_until is null or l.lease_until < ?))
                order by i.insurer_number""")
                .params(utc(now), utc(now))
                .query((row, n) -> new InsurerNumber(row.getString(1)))
                .list();
    }

    List<OpenLink> claim(JobPermit permit, InsurerNumber insurer, int limit, Instant now, Instant leaseUntil) {
        return database.sql("""
                with picked as (
                    select insurer_number, insured_number from insured.link
                    where insurer_number = ? and state = 1 and next_try_at <= ?
                      and (lease_until is null or lease_until < ?)
                    order by next_try_at limit ? for update skip locked)
                update insured.link l set lease_until = ?, attempts = least(l.attempts + 1, 32000)
                from picked k
                join insured.person p on p.insurer_number = k.insurer_number and p.insured_number = k.insured_number
                cross join lateral (select f.sealed_id from intake.file f, insured.link q
                    where q.insurer_number = k.insurer_number and q.insured_number = k.insured_number
                      and f.insurer_number = q.insurer_number and f.receipt = q.receipt) b
                where l.insurer_number = k.insurer_number and l.insured_number = k.insured_number
                returning l.insurer_number, l.insured_number, l.receipt, l.line, b.sealed_id, l.sealed_number,
                    l.changed_at, l.attempts, p.birth_date, p.sex""")
                .params(insurer.value(), utc(now), utc(now), limit, utc(leaseUntil))
                .query(LinkStore::open)
                .list();
    }

    private static OpenLink open(ResultSet row, int number) throws SQLException {
        return new OpenLink(
                new InsurerNumber(row.getString(1)),
                row.getString(2),
                row.getLong(3),
                row.getInt(4),
                row.getObject(5, UUID.class),
                row.getBytes(6),
                row.getObject(7, OffsetDateTime.class).toInstant(),
                row.getInt(8),
                row.getObject(9, LocalDate.class),
                row.getString(10));
    }

    /** Of these, the persons for whom still the same record asks; their rows are held until the transaction ends. */
    Set<String> holdStillAsking(JobPermit permit, InsurerNumber insurer, List<OpenLink> links) {
        return new HashSet<>(database.sql("""
                select l.insured_number from insured.link l
                join unnest(?::text[], ?::bigint[], ?::int[]) as a(insured_number, receipt, line)
                  on l.insured_number = a.insured_number and l.receipt = a.receipt and l.line = a.line
                where l.insurer_number = ? and l.state = 1
                order by l.insured_number for update of l""")
                .params(numbers(links), receipts(links), lines(links), insurer.value())
                .query(String.class)
                .list());
    }

    /** Enters the keys; answers the persons whose key belongs to another 被保険者番号 of this insurer. */
    Set<String> enterKeys(JobPermit permit, InsurerNumber insurer, List<Answered> linked) {
        byte[][] keys = linked.stream().map(Answered::pmhHmac).toArray(byte[][]::new);
        String[] numbers =
                linked.stream().map(one -> one.link().insuredNumber()).toArray(String[]::new);
        database.sql("""
                insert into insured.pmh_directory (pmh_hmac, insurer_number, insured_number)
                select k.pmh_hmac, ?, k.insured_number from unnest(?::bytea[], ?::text[]) as k(pmh_hmac, insured_number)
                on conflict (pmh_hmac, insurer_number) do nothing""").params(insurer.value(), keys, numbers).update();
        return new HashSet<>(database.sql("""
                select k.insured_number from unnest(?::bytea[], ?::text[]) as k(pmh_hmac, insured_number)
                join insured.pmh_directory d on d.pmh_hmac = k.pmh_hmac and d.insurer_number = ?
                where d.insured_number <> k.insured_number""")
                .params(keys, numbers, insurer.value())
                .query(String.class)
                .list());
    }

    /** Final answers: link, result of the record that asked, counts of its file. The sealed number goes. */
    void settle(JobPermit permit, InsurerNumber insurer, List<Answered> answers, Instant now) {
        Integer[] states =
                answers.stream().map(one -> one.outcome().state().code()).toArray(Integer[]::new);
        @Nullable String[] errors = answers.stream().map(Answered::errorName).toArray(String[]::new);
        List<OpenLink> links = answers.stream().map(Answered::link).toList();
        database.sql("""
                update insured.link l set state = a.state, error = a.error, pmh_hmac = a.pmh_hmac, sealed_number = null,
                    lease_until = null, next_try_at = null, changed_at = ?
                from unnest(?::text[], ?::int[], ?::text[], ?::bytea[]) as a(insured_number, state, error, pmh_hmac)
                where l.insurer_number = ? and l.insured_number = a.insured_number""")
                .params(utc(now), numbers(links), states, errors, hmacs(answers), insurer.value())
                .update();
        database.sql("""
                with given as (
                    update intake.result r set link_state = a.state, at = ?,
                        status = case when a.error is not null then 39 when r.findings is null then 30 else 31 end,
                        findings = case when a.error is null then r.findings
                            when r.findings is null then '[["' || a.error || '",null]]'
                            else left(r.findings, -1) || ',["' || a.error || '",null]]' end
                    from unnest(?::bigint[], ?::int[], ?::int[], ?::text[]) as a(receipt, line, state, error)
                    where r.insurer_number = ? and r.receipt = a.receipt and r.line = a.line and r.status = 25
                    returning r.receipt, r.status)
                update intake.file f set linking = f.linking - g.n, normal = f.normal + g.normal,
                    warned = f.warned + g.warned, failed = f.failed + g.failed
                from (select receipt, count(*)::int as n, (count(*) filter (where status = 30))::int as normal,
                        (count(*) filter (where status = 31))::int as warned,
                        (count(*) filter (where status = 39))::int as failed
                      from given group by receipt) g
                where f.insurer_number = ? and f.receipt = g.receipt""")
                .params(utc(now), receipts(links), lines(links), states, errors, insurer.value(), insurer.value())
                .update();
    }

    /** Asked again later. */
    void postpone(JobPermit permit, InsurerNumber insurer, List<Answered> answers) {
        String[] numbers =
                answers.stream().map(one -> one.link().insuredNumber()).toArray(String[]::new);
        OffsetDateTime[] times = answers.stream()
                .map(one -> utc(java.util.Objects.requireNonNull(one.outcome().nextTry())))
                .toArray(OffsetDateTime[]::new);
        database.sql("""
                update insured.link l set lease_until = null, next_try_at = a.next_try_at
                from unnest(?::text[], ?::timestamptz[]) as a(insured_number, next_try_at)
                where l.insurer_number = ? and l.insured_number = a.insured_number""").params(numbers, times, insurer.value()).update();
    }

    /** @param pmhHmac keyed hash of the key, for LINKED */
    record Answered(OpenLink link, LinkOutcome outcome, byte @Nullable [] pmhHmac) {
        @Nullable
        String errorName() {
            return outcome.error() == null ? null : outcome.error().name();
        }
    }

    private static byte[][] hmacs(List<Answered> answers) {
        return answers.stream().map(Answered::pmhHmac).toArray(byte[][]::new);
    }

    private static String[] numbers(List<OpenLink> links) {
        return links.stream().map(OpenLink::insuredNumber).toArray(String[]::new);
    }

    private static Long[] receipts(List<OpenLink> links) {
        return links.stream().map(OpenLink::receipt).toArray(Long[]::new);
    }

    private static Integer[] lines(List<OpenLink> links) {
        return links.stream().map(OpenLink::line).toArray(Integer[]::new);
    }

    private static OffsetDateTime utc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
