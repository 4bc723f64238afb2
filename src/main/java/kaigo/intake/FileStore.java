package kaigo.intake;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kaigo.access.InsurerPermit;
import kaigo.access.JobPermit;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Received files and their progress. */
@Component
class FileStore {

    /** The first open file of each lane, unless something of an earlier rank comes before it. */
    private static final String HEADS = """
            with lanes as (
                select * from unnest(?::text[], ?::text[], ?::int[]) as l(interface, lane, rank)),
            open as (
                select f.insurer_number, f.receipt, f.status, f.sequence, f.lease_until, f.lease_by, f.process,
                       f.target_date, l.lane, l.rank,
                       min(f.created_at) over (partition by f.insurer_number, l.lane, f.process, f.target_date) as begun,
                       min(l.rank) over (partition by f.insurer_number, f.process, f.target_date) as first_rank
                from intake.file f
                join lanes l on l.interface = f.interface
                where f.status in (10, 20))
            select insurer_number, receipt, lease_until, lease_by
            from (select distinct on (insurer_number, lane) * from open
                  order by insurer_number, lane, status desc, begun, process, target_date, sequence, receipt) as head
            where (rank = first_rank or status = 20)
              and not exists (
                select from intake.waiting w join lanes before on before.lane = w.order_group
                where w.insurer_number = head.insurer_number and w.ready and before.rank < head.rank)
            order by insurer_number, rank, lane""";

    private final JdbcClient database;
    private final LeaseHolder holder;
    private final InstantSource clock;

    FileStore(JdbcClient database, LeaseHolder holder, InstantSource clock) {
        this.database = database;
        this.holder = holder;
        this.clock = clock;
    }

    /** The next 受付番号 of the insurer's day; the row of the counter is held until the transaction ends. */
    Receipt nextReceipt(InsurerPermit permit, LocalDate day) {
        int number = database.sql("""
                insert into intake.receipt_counter (insurer_number, day, last) values (?, ?, 1)
                on conflict (insurer_number, day) do update set last = receipt_counter.last + 1
                returning last""")
                .params(permit.insurer().value(), day)
                .query(Integer.class)
                .single();
        return Receipt.of(permit.insurer(), day, number);
    }

    /** Adds the file; false if the same bytes were accepted before. */
    boolean add(InsurerPermit permit, ReceivedFile file) {
        return database.sql("""
                insert into intake.file (insurer_number, receipt, interface, version, process, target_date, created_at,
                    sequence, name, sealed_id, part_ids, form, sha256, bytes, records, received_at, received_by, status)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (insurer_number, sha256) where status <> 90 do nothing""")
                        .params(Arrays.asList(
                                permit.insurer().value(),
                                file.receipt().number(),
                                file.interfaceId(),
                                file.version(),
                                file.process().code(),
                                file.targetDate(),
                                utc(file.createdAt()),
                                file.sequence(),
                                file.name(),
                                file.sealedId(),
                                file.sealed().subList(1, file.sealed().size()).toArray(new UUID[0]),
                                file.form().name(),
                                file.content().sha256(),
                                file.content().bytes(),
                                file.content().records(),
                                utc(file.reception().at()),
                                file.reception().by(),
                                Status.RECEIVED.code()))
                        .update()
                == 1;
    }

    Optional<Receipt> findSame(InsurerPermit permit, byte[] sha256) {
        return database.sql("select receipt from intake.file where insurer_number = ? and sha256 = ? and status <> 90")
                .params(permit.insurer().value(), sha256)
                .query(Long.class)
                .optional()
                .map(number -> new Receipt(permit.insurer(), number));
    }

    /** Empty for another insurer's receipt too. */
    Optional<ReceivedFile> find(InsurerPermit permit, Receipt receipt) {
        if (!receipt.insurer().equals(permit.insurer())) {
            return Optional.empty();
        }
        return database.sql(FileRow.SELECT + " where insurer_number = ? and receipt = ?")
                .params(permit.insurer().value(), receipt.number())
                .query(FileRow.READ)
                .optional();
    }

    /**
     * The newest first.
     *
     * @param interfaceId only files of this interface, or null for all
     * @param before the last receipt of the page before, or null
     */
    List<ReceivedFile> list(InsurerPermit permit, @Nullable String interfaceId, @Nullable Long before, int limit) {
        return database.sql(FileRow.SELECT
                        + " where insurer_number = ? and receipt < ? and (?::text is null or interface = ?)"
                        + " order by receipt desc limit ?")
                .params(Arrays.asList(
                        permit.insurer().value(),
                        before == null ? Long.MAX_VALUE : before,
                        interfaceId,
                        interfaceId,
                        limit))
                .query(FileRow.READ)
                .list();
    }

    /** Received on the day, tests left out, the newest first. */
    List<ReceivedFile> listDay(InsurerPermit permit, LocalDate day) {
        return database.sql(FileRow.SELECT + " where insurer_number = ? and receipt between ? and ? and process <> 'T'"
                        + " order by receipt desc")
                .params(permit.insurer().value(), Receipt.first(day), Receipt.last(day))
                .query(FileRow.READ)
                .list();
    }

    /**
     * The next file of any lane that nobody works on, or whose worker's server is gone: within a lane a file that was
     * begun before all others, then the run of the oldest 作成日時 first, within a run by 連番 (settled 25); of one day's
     * files those of an earlier rank first, and those of its records that have just stopped waiting. It is leased to the
     * caller.
     */
    Optional<ReceivedFile> claim(JobPermit permit) {
        Instant now = clock.instant();
        List<Targets.Lane> lanes = Targets.lanes();
        List<Candidate> heads = database.sql(HEADS)
                .params(
                        lanes.stream().map(Targets.Lane::interfaceId).toArray(String[]::new),
                        lanes.stream().map(Targets.Lane::orderGroup).toArray(String[]::new),
                        lanes.stream().map(Targets.Lane::rank).toArray(Integer[]::new))
                .query((row, n) -> new Candidate(
                        row.getString(1),
                        row.getLong(2),
                        instant(row.getObject(3, OffsetDateTime.class)),
                        row.getObject(4, Integer.class)))
                .list();
        for (Candidate head : heads) {
            boolean free = head.isFree(now);
            if ((free || isLeftBehind(head)) && lease(head, free ? null : head.leaseBy(), now)) {
                return database.sql(FileRow.SELECT + " where insurer_number = ? and receipt = ?")
                        .params(head.insurer(), head.receipt())
                        .query(FileRow.READ)
                        .optional();
            }
        }
        return Optional.empty();
    }

    /** Files with records that waited for their M01 and can go on, or have waited too long. */
    List<ReceivedFile> listDue(JobPermit permit) {
        return database.sql(FileRow.SELECT + """
                 where (insurer_number, receipt) in (
                    select insurer_number, receipt from intake.waiting where ready
                    union select insurer_number, receipt from intake.waiting where until <= ?)
                order by insurer_number, receipt""")
                .param(utc(clock.instant()))
                .query(FileRow.READ)
                .list();
    }

    private record Candidate(
            String insurer,
            long receipt,
            @Nullable Instant leaseUntil,
            @Nullable Integer leaseBy) {
        boolean isFree(Instant now) {
            return leaseUntil == null || leaseUntil.isBefore(now);
        }
    }

    private boolean isLeftBehind(Candidate head) {
        return head.leaseBy() != null && holder.isGone(head.leaseBy());
    }

    /**
     * False if somebody else was quicker.
     *
     * @param gone a holder whose lease may be taken over, or null
     */
    private boolean lease(Candidate head, @Nullable Integer gone, Instant now) {
        return database.sql("""
                update intake.file set lease_until = ?, lease_by = ?, attempts = attempts + 1, status = 20
                where insurer_number = ? and receipt = ? and status in (10, 20)
                  and (lease_until is null or lease_until < ? or lease_by = ?)""")
                        .params(Arrays.asList(
                                utc(now.plus(LeaseHolder.LEASE)),
                                holder.number(),
                                head.insurer(),
                                head.receipt(),
                                utc(now),
                                gone))
                        .update()
                == 1;
    }

    /** Gives a file back whose load stopped, so that nobody waits for the lease to end. */
    void release(JobPermit permit, ReceivedFile file) {
        database.sql(
                        "update intake.file set lease_until = null where insurer_number = ? and receipt = ? and status = 20")
                .params(file.receipt().insurer().value(), file.receipt().number())
                .update();
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime stored) {
        return stored == null ? null : stored.toInstant();
    }

    private static OffsetDateTime utc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
