package kaigo.intake.register;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import kaigo.access.JobPermit;
import kaigo.intake.LeaseHolder;
import kaigo.intake.ReceivedFile;
import kaigo.intake.Status;
import kaigo.intake.Targets;
import kaigo.shared.UpdateType;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The lane's lock, the file's progress mark, and what a re-send may not touch. */
final class ChunkProgress {

    private final JdbcClient database;

    ChunkProgress(JdbcClient database) {
        this.database = database;
    }

    /** Takes the lane, then the file; refuses if the mark is not where this chunk begins. */
    void lock(JobPermit permit, ChunkContext context, int firstNumber) {
        lockLane(permit, context);
        int done = database.sql(
                        "select done from intake.file where insurer_number = ? and receipt = ? and status = 20 for update")
                .params(context.insurer().value(), context.receipt().number())
                .query(Integer.class)
                .optional()
                .orElse(-1);
        if (done != firstNumber - 2) {
            throw new FileTakenOver();
        }
    }

    /** Takes the lane for the records of a file that waited. */
    void lockLane(JobPermit permit, ChunkContext context) {
        ReceivedFile file = context.file();
        database.sql("""
                insert into intake.lane (insurer_number, order_group) values (?, ?)
                on conflict (insurer_number, order_group) do nothing""").params(context.insurer().value(), file.orderGroup()).update();
        database.sql("select 1 from intake.lane where insurer_number = ? and order_group = ? for update")
                .params(context.insurer().value(), file.orderGroup())
                .query(Integer.class)
                .single();
        planWithIndexes();
    }

    /** A chunk is small beside its table; without this a join with its keys or fresh temporary rows may be a scan. */
    private void planWithIndexes() {
        database.sql("set local enable_seqscan = off").update();
    }

    void record(JobPermit permit, ChunkContext context, List<Arrival> chunk) {
        OffsetDateTime lease = OffsetDateTime.ofInstant(context.now().plus(LeaseHolder.LEASE), ZoneOffset.UTC);
        database.sql("""
                update intake.file set done = done + ?, normal = normal + ?, warned = warned + ?, failed = failed + ?,
                    linking = linking + ?, waiting = waiting + ?, lease_until = ?
                where insurer_number = ? and receipt = ?""")
                .params(
                        chunk.size(),
                        count(chunk, Status.NORMAL),
                        count(chunk, Status.WARNING),
                        count(chunk, Status.ERROR),
                        count(chunk, Status.LINKING),
                        count(chunk, Status.WAITING_FOR_M01),
                        lease,
                        context.insurer().value(),
                        context.receipt().number())
                .update();
    }

    private static int count(List<Arrival> chunk, Status status) {
        return (int)
                chunk.stream().filter(arrival -> arrival.status() == status).count();
    }

    /** Keys that an earlier chunk of this test file has deleted, had it not been a test. */
    Set<ResultKey> deletedByTest(JobPermit permit, ChunkContext context, List<Arrival> registrable) {
        return keys(
                "select insured_number, history_no, rest_key from intake.result"
                        + " where insurer_number = ? and receipt = ? and update_type = ? and status < ?"
                        + " and insured_number = any(?)",
                context.insurer().value(),
                context.receipt().number(),
                UpdateType.DELETE.code(),
                Status.ERROR.code(),
                persons(registrable));
    }

    /** Keys that a file made later than this one has named. */
    Set<ResultKey> namedLater(JobPermit permit, ChunkContext context, List<Arrival> registrable) {
        return keys(
                """
                select distinct r.insured_number, r.history_no, r.rest_key
                from intake.file f
                join intake.result r on r.insurer_number = f.insurer_number and r.receipt = f.receipt
                where f.insurer_number = ? and f.interface = any(?) and f.created_at > ? and f.status <> 90
                  and f.process <> 'T' and r.insured_number = any(?)""",
                context.insurer().value(),
                Targets.interfacesOf(context.file().orderGroup()).toArray(String[]::new),
                OffsetDateTime.ofInstant(context.file().createdAt(), ZoneOffset.UTC),
                persons(registrable));
    }

    private Set<ResultKey> keys(String sql, Object... params) {
        return new HashSet<>(database.sql(sql)
                .params(params)
                .query((row, n) -> new ResultKey(row.getString(1), row.getString(2), row.getString(3)))
                .list());
    }

    private static String[] persons(List<Arrival> registrable) {
        return registrable.stream().map(Arrival::insuredNumber).toArray(String[]::new);
    }

    /** Records of a file that waited have their final result now. */
    void released(JobPermit permit, ChunkContext context, List<Arrival> arrivals) {
        database.sql("""
                update intake.file set waiting = waiting - ?, normal = normal + ?, warned = warned + ?, failed = failed + ?
                where insurer_number = ? and receipt = ?""")
                .params(
                        arrivals.size(),
                        count(arrivals, Status.NORMAL),
                        count(arrivals, Status.WARNING),
                        count(arrivals, Status.ERROR),
                        context.insurer().value(),
                        context.receipt().number())
                .update();
    }
}
