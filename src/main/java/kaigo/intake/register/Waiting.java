package kaigo.intake.register;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import kaigo.access.JobPermit;
import kaigo.intake.FindingJson;
import kaigo.layout.Finding;
import kaigo.layout.RecordText;
import kaigo.shared.InsurerNumber;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * M01待ち (status 21): records of persons who are not registered yet. They are kept for three days in the order in which
 * they came; a later record of the same person waits behind them, and may go on at once if the person has come meanwhile.
 */
final class Waiting {

    static final Duration PATIENCE = Duration.ofDays(3);

    /** Records of a file that go on in one transaction. */
    static final int AT_ONCE = 10_000;

    private static final String COPY =
            "copy intake.waiting (insurer_number, order_group, insured_number, receipt, line,"
                    + " record, findings, ready, until) from stdin";

    private final JdbcClient database;
    private final Copier copier;
    private final CopyRows rows = new CopyRows();

    Waiting(JdbcClient database, Copier copier) {
        this.database = database;
        this.copier = copier;
    }

    /** Which of these persons have records waiting in the file's lane. */
    Set<String> persons(JobPermit permit, ChunkContext context, List<String> insuredNumbers) {
        return new HashSet<>(database.sql("""
                select distinct w.insured_number from intake.waiting w
                where w.insurer_number = ? and w.order_group = ? and w.insured_number = any(?)""")
                .params(context.insurer().value(), context.file().orderGroup(), insuredNumbers.toArray(new String[0]))
                .query(String.class)
                .list());
    }

    /**
     * @param text as {@link RecordText} writes it
     * @param findings of the record's own checks, which are not made again
     * @param superseded its line was sent again, for another person
     */
    record Record(int line, byte[] text, List<Finding> findings, boolean expired, boolean superseded) {
        boolean isGivenUp() {
            return expired || superseded;
        }
    }

    /** Records of the file that can go on or have waited too long, in their order. */
    List<Record> due(JobPermit permit, ChunkContext context) {
        OffsetDateTime now = OffsetDateTime.ofInstant(context.now(), ZoneOffset.UTC);
        return database.sql("""
                select line, record, findings, until <= ?, superseded from intake.waiting
                where insurer_number = ? and order_group = ? and receipt = ? and (ready or until <= ?)
                order by line limit\s""" + AT_ONCE)
                .params(
                        now,
                        context.insurer().value(),
                        context.file().orderGroup(),
                        context.receipt().number(),
                        now)
                .query((row, n) -> new Record(
                        row.getInt(1),
                        row.getBytes(2),
                        FindingJson.all(row.getString(3)),
                        row.getBoolean(4),
                        row.getBoolean(5)))
                .list();
    }

    void keep(JobPermit permit, ChunkContext context, List<Arrival> held) {
        rows.clear();
        for (Arrival arrival : held) {
            ByteArrayOutputStream record = new ByteArrayOutputStream();
            RecordText.write(record, arrival.row());
            rows.text(context.insurer().value())
                    .text(context.file().orderGroup())
                    .text(arrival.insuredNumber())
                    .number(context.receipt().number())
                    .number(arrival.row().number())
                    .bytes(record.toByteArray())
                    .text(FindingJson.write(arrival.row().findings().list()))
                    .flag(arrival.mayGoOn())
                    .text(context.now().plus(PATIENCE).toString())
                    .endRow();
        }
        copier.copy(permit, COPY, rows);
    }

    /** Their person has gone again: they wait for the next M01, no longer than before. */
    void keepOn(JobPermit permit, ChunkContext context, List<Arrival> held) {
        change("update intake.waiting set ready = false", context, held);
    }

    void remove(JobPermit permit, ChunkContext context, List<Arrival> leaving) {
        change("delete from intake.waiting", context, leaving);
    }

    private void change(String sql, ChunkContext context, List<Arrival> arrivals) {
        if (arrivals.isEmpty()) {
            return;
        }
        database.sql(sql + " where insurer_number = ? and order_group = ? and receipt = ? and line = any(?)")
                .params(
                        context.insurer().value(),
                        context.file().orderGroup(),
                        context.receipt().number(),
                        arrivals.stream().map(one -> one.row().number()).toArray(Integer[]::new))
                .update();
    }

    /** These persons are registered now: what waits for them can go on. */
    void release(JobPermit permit, InsurerNumber insurer, List<String> insuredNumbers) {
        if (insuredNumbers.isEmpty()) {
            return;
        }
        database.sql("update intake.waiting set ready = true where insurer_number = ? and insured_number = any(?)")
                .params(insurer.value(), insuredNumbers.toArray(new String[0]))
                .update();
    }
}
