package kaigo.intake.reconcile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import kaigo.access.InsurerPermit;
import kaigo.intake.Handling;
import kaigo.intake.Receipt;
import kaigo.intake.reconcile.Reconciliation.Count;
import kaigo.layout.ProcessingType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Q01 files, the reconciliations that were asked for, and their counts. */
@Component
class ReconciliationStore {

    private static final String SELECT = """
            select r.receipt, r.process, r.target_date, r.asked_at, r.asked_by, r.compared_at, f.files, f.refused
            from intake.reconciliation r
            cross join lateral (select count(*) as files, sum(i.failed) as refused
                from intake.reconciled_file t join intake.file i using (insurer_number, receipt)
                where t.insurer_number = r.insurer_number and t.reconciliation = r.receipt) f
            where r.insurer_number = ?""";

    private final JdbcClient database;

    ReconciliationStore(JdbcClient database) {
        this.database = database;
    }

    /** Runs whose files were not compared yet, the newest first. */
    List<StatedRun> listRuns(InsurerPermit permit) {
        return database.sql("""
                select min(f.receipt), f.process, f.target_date, count(*), sum(f.records), sum(f.failed),
                    bool_or(f.status in (10, 20))
                from intake.file f
                where f.insurer_number = ? and f.interface = ? and f.status <> 90
                  and not exists (select from intake.reconciled_file r
                      where r.insurer_number = f.insurer_number and r.receipt = f.receipt)
                group by f.process, f.target_date order by 1 desc""")
                .params(permit.insurer().value(), Handling.Compare.INTERFACE)
                .query((row, n) -> new StatedRun(
                        new Receipt(permit.insurer(), row.getLong(1)),
                        process(row.getString(2)),
                        row.getObject(3, LocalDate.class),
                        row.getInt(4),
                        row.getInt(5),
                        row.getInt(6),
                        row.getBoolean(7)))
                .list();
    }

    /**
     * Asks for the comparison of the file's run: of all its files so far that were not compared yet. Does nothing if
     * there are none.
     */
    void ask(InsurerPermit permit, Receipt file, Instant now, String by) {
        lockLane(permit);
        database.sql("""
                with run as (
                    select f.receipt, f.process, f.target_date from intake.file one
                    join intake.file f on f.insurer_number = one.insurer_number and f.interface = one.interface
                        and f.process = one.process and f.target_date = one.target_date and f.status <> 90
                    where one.insurer_number = ? and one.receipt = ? and one.interface = ? and one.status <> 90
                      and not exists (select from intake.reconciled_file r
                          where r.insurer_number = f.insurer_number and r.receipt = f.receipt)),
                taken as (
                    insert into intake.reconciled_file (insurer_number, receipt, reconciliation)
                    select ?, receipt, (select min(receipt) from run) from run)
                insert into intake.reconciliation (insurer_number, receipt, process, target_date, asked_at, asked_by)
                select ?, min(receipt), process, target_date, ?, ? from run group by process, target_date""")
                .params(
                        permit.insurer().value(),
                        file.number(),
                        Handling.Compare.INTERFACE,
                        permit.insurer().value(),
                        permit.insurer().value(),
                        OffsetDateTime.ofInstant(now, ZoneOffset.UTC),
                        by)
                .update();
    }

    /** Two who ask at once ask one after the other. */
    private void lockLane(InsurerPermit permit) {
        database.sql("insert into intake.lane (insurer_number, order_group) values (?, ?) on conflict do nothing")
                .params(permit.insurer().value(), Handling.Compare.INTERFACE)
                .update();
        database.sql("select 1 from intake.lane where insurer_number = ? and order_group = ? for update")
                .params(permit.insurer().value(), Handling.Compare.INTERFACE)
                .query(Integer.class)
                .single();
    }

    private Optional<Long> findOf(InsurerPermit permit, Receipt file) {
        if (!file.insurer().equals(permit.insurer())) {
            return Optional.empty();
        }
        return database.sql(
                        "select reconciliation from intake.reconciled_file where insurer_number = ? and receipt = ?")
                .params(permit.insurer().value(), file.number())
                .query(Long.class)
                .optional();
    }

    /** The reconciliation that the file belongs to; empty for another insurer's file too. */
    Optional<Reconciliation> find(InsurerPermit permit, Receipt file) {
        return findOf(permit, file).map(number -> {
            Map<Long, List<Count>> counts = counts(permit, number, number);
            return database.sql(SELECT + " and r.receipt = ?")
                    .params(permit.insurer().value(), number)
                    .query((row, n) -> reconciliation(permit, row, counts))
                    .single();
        });
    }

    /** The newest first. */
    List<Reconciliation> list(InsurerPermit permit, int limit) {
        Map<Long, List<Count>> counts = counts(permit, 0, Long.MAX_VALUE);
        return database.sql(SELECT + " order by r.receipt desc limit ?")
                .params(permit.insurer().value(), limit)
                .query((row, n) -> reconciliation(permit, row, counts))
                .list();
    }

    private Map<Long, List<Count>> counts(InsurerPermit permit, long from, long to) {
        Map<Long, List<Count>> counts = new HashMap<>();
        database.sql("""
                select reconciliation, interface, agreed, only_insurer, only_platform, other_content
                from intake.reconciliation_count
                where insurer_number = ? and reconciliation between ? and ? order by interface""").params(permit.insurer().value(), from, to).query(row -> {
            counts.computeIfAbsent(row.getLong(1), number -> new ArrayList<>())
                    .add(new Count(row.getString(2), row.getInt(3), row.getInt(4), row.getInt(5), row.getInt(6)));
        });
        return counts;
    }

    private static Reconciliation reconciliation(InsurerPermit permit, ResultSet row, Map<Long, List<Count>> counts)
            throws SQLException {
        long number = row.getLong("receipt");
        OffsetDateTime compared = row.getObject("compared_at", OffsetDateTime.class);
        return new Reconciliation(
                new Receipt(permit.insurer(), number),
                process(row.getString("process")),
                row.getObject("target_date", LocalDate.class),
                new Reconciliation.Asked(
                        row.getObject("asked_at", OffsetDateTime.class).toInstant(), row.getString("asked_by")),
                compared == null ? null : compared.toInstant(),
                row.getInt("files"),
                row.getInt("refused"),
                counts.getOrDefault(number, List.of()));
    }

    private static ProcessingType process(String code) {
        return Objects.requireNonNull(ProcessingType.ofCode(code));
    }
}
