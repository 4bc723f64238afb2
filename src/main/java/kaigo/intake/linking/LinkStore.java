package kaigo.intake.linking;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import kaigo.access.JobPermit;
import kaigo.insured.IntermediateServer;
import kaigo.insured.LinkOutcome;
import kaigo.intake.LeaseHolder;
import kaigo.shared.InsurerNumber;
import kaigo.shared.PmhHash;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The queue of {@code insured.link}, and what an answer changes: link, directory, result, counts of the file. */
@Component
public class LinkStore {

    private final JdbcClient database;
    private final LeaseHolder holder;

    LinkStore(JdbcClient database, LeaseHolder holder) {
        this.database = database;
        this.holder = holder;
    }

    /** Insurers with something to ask now. */
    List<InsurerNumber> insurersWaiting(JobPermit permit, Instant now) {
        return database.sql("""
                select i.insurer_number from participants.insurer i
                where exists (select from insured.link l
                    where l.insurer_number = i.insurer_number and l.state = 1 and l.next_try_at <= ?)
                order by i.insurer_number""")
                .params(utc(now))
                .query((row, n) -> new InsurerNumber(row.getString(1)))
                .list();
    }

    /** Takes the insurer's lane; false if somebody else asks for its keys. */
    boolean lease(JobPermit permit, InsurerNumber insurer, Instant now, Instant until) {
        @Nullable
        Integer gone = database.sql(
                        "select lease_by from insured.link_lane where insurer_number = ? and lease_by is not null")
                .param(insurer.value())
                .query(Integer.class)
                .optional()
                .filter(holder::isGone)
                .orElse(null);
        return database.sql("""
                insert into insured.link_lane as lane (insurer_number, lease_until, lease_by) values (?, ?, ?)
                on conflict (insurer_number)
                    do update set lease_until = excluded.lease_until, lease_by = excluded.lease_by
                where lane.lease_until < ? or lane.lease_by = ?""")
                        .params(Arrays.asList(insurer.value(), utc(until), holder.number(), utc(now), gone))
                        .update()
                == 1;
    }

    void renew(JobPermit permit, InsurerNumber insurer, Instant until) {
        database.sql("update insured.link_lane set lease_until = ? where insurer_number = ?")
                .params(utc(until), insurer.value())
                .update();
    }

    /**
     * The next persons in the order of their numbers, after {@code after}. The persons are fetched one by one behind the
     * limit: without that the planner joins everybody first.
     */
    List<OpenLink> next(JobPermit permit, InsurerNumber insurer, String after, Instant now) {
        return database.sql("""
                with waiting as materialized (
                    select insurer_number, insured_number, receipt, line, sealed_number, changed_at, attempts
                    from insured.link
                    where insurer_number = ? and state = 1 and insured_number > ? and next_try_at <= ?
                    order by insured_number limit ?)
                select l.insurer_number, l.insured_number, l.receipt, l.line, f.sealed_id, l.sealed_number,
                    l.changed_at, l.attempts, p.birth_date, p.sex
                from waiting l
                cross join lateral (select birth_date, sex from insured.person p
                    where p.insurer_number = l.insurer_number and p.insured_number = l.insured_number limit 1) p
                cross join lateral (select sealed_id from intake.file f
                    where f.insurer_number = l.insurer_number and f.receipt = l.receipt limit 1) f
                order by l.insured_number""")
                .params(insurer.value(), after, utc(now), IntermediateServer.BATCH)
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

    /** Of these, the ones for whom still the same record asks; their rows are held until the transaction ends. */
    Set<String> holdStillAsking(JobPermit permit, InsurerNumber insurer, List<OpenLink> links) {
        database.sql("set local enable_seqscan = off").update(); // a batch is small beside its tables
        Map<String, OpenLink> asked = new HashMap<>();
        links.forEach(link -> asked.put(link.insuredNumber(), link));
        Set<String> still = new HashSet<>();
        database.sql("""
                select insured_number, receipt, line from insured.link
                where insurer_number = ? and insured_number = any(?) and state = 1
                order by insured_number for update""").params(insurer.value(), numbers(links)).query(row -> {
            OpenLink link = asked.get(row.getString(1));
            if (link != null && link.receipt() == row.getLong(2) && link.line() == row.getInt(3)) {
                still.add(link.insuredNumber());
            }
        });
        return still;
    }

    /**
     * Whoever stands under an older key, at whichever insurer, stands under the newest from now on: one person has one hash, and
     * so a file here is found from there. In a transaction of its own, and the directory before the links, as a load does it: nobody
     * waits for each other.
     */
    void moveToNewest(JobPermit permit, List<Answered> answers) {
        List<PmhHash> keys = answers.stream()
                .map(Answered::key)
                .filter(Objects::nonNull)
                .filter(key -> !key.older().isEmpty())
                .toList();
        if (keys.isEmpty()) {
            return;
        }
        byte[][] older = keys.stream().flatMap(key -> key.older().stream()).toArray(byte[][]::new);
        byte[][] newest = keys.stream()
                .flatMap(key -> key.older().stream().map(one -> key.newest()))
                .toArray(byte[][]::new);
        database.sql("set local enable_seqscan = off").update(); // a batch is small beside its tables
        database.sql("""
                with moved as (
                    update insured.pmh_directory d set pmh_hmac = k.newest, key_mark = ?
                    from unnest(?::bytea[], ?::bytea[]) as k(older, newest) where d.pmh_hmac = k.older
                    returning d.insurer_number, d.insured_number, k.older, k.newest)
                update insured.link l set pmh_hmac = m.newest from moved m
                where l.insurer_number = m.insurer_number and l.insured_number = m.insured_number and l.pmh_hmac = m.older""").params(keys.getFirst().mark(), older, newest).update();
    }

    /** Enters the keys; answers the persons whose key belongs to another 被保険者番号 of this insurer. */
    Set<String> enterKeys(JobPermit permit, InsurerNumber insurer, List<Answered> linked) {
        byte[][] keys = hmacs(linked);
        Integer[] marks = linked.stream()
                .map(one -> Objects.requireNonNull(one.key()).mark())
                .toArray(Integer[]::new);
        String[] numbers =
                linked.stream().map(one -> one.link().insuredNumber()).toArray(String[]::new);
        database.sql("""
                insert into insured.pmh_directory (pmh_hmac, insurer_number, insured_number, key_mark)
                select k.pmh_hmac, ?, k.insured_number, k.key_mark
                from unnest(?::bytea[], ?::text[], ?::int[]) as k(pmh_hmac, insured_number, key_mark)
                on conflict (pmh_hmac, insurer_number) do nothing""").params(insurer.value(), keys, numbers, marks).update();
        return new HashSet<>(database.sql("""
                select k.insured_number from unnest(?::bytea[], ?::text[]) as k(pmh_hmac, insured_number)
                join insured.pmh_directory d on d.pmh_hmac = k.pmh_hmac and d.insurer_number = ?
                where d.insured_number <> k.insured_number""")
                .params(keys, numbers, insurer.value())
                .query(String.class)
                .list());
    }

    /**
     * Final answers: link, result of the record that asked, counts of its file. The sealed number goes. The links are
     * held ({@link #holdStillAsking}), so that their places stay, and each is looked up by its whole key ({@code offset 0}): while
     * the statistics do not know an insurer yet, a plain join reads all of its links for each answer.
     */
    void settle(JobPermit permit, InsurerNumber insurer, List<Answered> answers, Instant now) {
        Integer[] states =
                answers.stream().map(one -> one.outcome().state().code()).toArray(Integer[]::new);
        @Nullable String[] errors = answers.stream().map(Answered::errorName).toArray(String[]::new);
        List<OpenLink> links = answers.stream().map(Answered::link).toList();
        database.sql("""
                update insured.link l set state = a.state, error = a.error, pmh_hmac = a.pmh_hmac, sealed_number = null,
                    next_try_at = null, changed_at = ?
                from (select given.*, held.ctid
                    from unnest(?::text[], ?::int[], ?::text[], ?::bytea[]) as given(insured_number, state, error, pmh_hmac)
                    cross join lateral (select k.ctid from insured.link k
                        where k.insurer_number = ? and k.insured_number = given.insured_number offset 0) held) a
                where l.ctid = a.ctid""")
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
        String[] times = answers.stream()
                .map(one -> Objects.requireNonNull(one.outcome().nextTry()).toString())
                .toArray(String[]::new);
        database.sql("""
                update insured.link l set next_try_at = a.next_try_at, attempts = least(l.attempts + 1, 32000)
                from (select given.next_try_at, held.ctid
                    from unnest(?::text[], ?::timestamptz[]) as given(insured_number, next_try_at)
                    cross join lateral (select k.ctid from insured.link k
                        where k.insurer_number = ? and k.insured_number = given.insured_number offset 0) held) a
                where l.ctid = a.ctid""").params(numbers, times, insurer.value()).update();
    }

    /** @param key hashes of the PMHキー, for LINKED */
    record Answered(
            OpenLink link, LinkOutcome outcome, @Nullable PmhHash key) {
        @Nullable
        String errorName() {
            return outcome.error() == null ? null : outcome.error().name();
        }
    }

    private static byte[][] hmacs(List<Answered> answers) {
        return answers.stream()
                .map(Answered::key)
                .map(key -> key == null ? null : key.newest())
                .toArray(byte[][]::new);
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
