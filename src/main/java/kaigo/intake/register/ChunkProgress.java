package kaigo.intake.register;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import kaigo.access.JobPermit;
import kaigo.intake.LeaseHolder;
import kaigo.intake.ReceivedFile;
import kaigo.intake.Status;
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
        ReceivedFile file = context.file();
        database.sql("""
                insert into intake.lane (insurer_number, order_group) values (?, ?)
                on conflict (insurer_number, order_group) do nothing""").params(context.insurer().value(), file.orderGroup()).update();
        database.sql("select 1 from intake.lane where insurer_number = ? and order_group = ? for update")
                .params(context.insurer().value(), file.orderGroup())
                .query(Integer.class)
                .single();
        int done = database.sql(
                        "select done from intake.file where insurer_number = ? and receipt = ? and status = 20 for update")
                .params(context.insurer().value(), context.receipt().number())
                .query(Integer.class)
                .optional()
                .orElse(-1);
        if (done != firstNumber - 2) {
            throw new FileTakenOver();
        }
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
                    linking = linking + ?, lease_until = ?
                where insurer_number = ? and receipt = ?""")
                .params(
                        chunk.size(),
                        count(chunk, Status.NORMAL),
                        count(chunk, Status.WARNING),
                        count(chunk, Status.ERROR),
                        count(chunk, Status.LINKING),
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
    List<List<String>> deletedByTest(JobPermit permit, ChunkContext context, List<Arrival> registrable) {
        return database.sql("""
                select insured_number from intake.result
                where insurer_number = ? and receipt = ? and update_type = ? and status < ? and insured_number = any(?)""")
                .params(
                        context.insurer().value(),
                        context.receipt().number(),
                        UpdateType.DELETE.code(),
                        Status.ERROR.code(),
                        persons(registrable))
                .query((row, n) -> List.of(row.getString(1)))
                .list();
    }

    private static String[] persons(List<Arrival> registrable) {
        return registrable.stream().map(arrival -> arrival.keyPart(0)).toArray(String[]::new);
    }

    List<List<String>> namedLater(JobPermit permit, ChunkContext context, List<Arrival> registrable) {
        return database.sql("""
                select distinct r.insured_number
                from intake.file f
                join intake.result r on r.insurer_number = f.insurer_number and r.receipt = f.receipt
                where f.insurer_number = ? and f.interface = ? and f.created_at > ? and f.status <> 90
                  and f.process <> 'T' and r.insured_number = any(?)""")
                .params(
                        context.insurer().value(),
                        context.file().interfaceId(),
                        OffsetDateTime.ofInstant(context.file().createdAt(), ZoneOffset.UTC),
                        persons(registrable))
                .query((row, n) -> List.of(row.getString(1)))
                .list();
    }
}
