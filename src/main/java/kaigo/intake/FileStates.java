package kaigo.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import kaigo.access.JobPermit;
import kaigo.layout.ErrorId;
import kaigo.outbox.Outbox;
import kaigo.outbox.ReceptionResults;
import kaigo.shared.InsurerNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The last steps of a file's 処理ステータス: 20 → 25 or final, 25 → final. A file's status is the worst of its records'.
 */
@Component
class FileStates {

    private static final String WORST = "case when failed > 0 then 39 when warned > 0 then 31 else 30 end";

    private static final String STATUS =
            "case when linking > 0 then 25 when waiting > 0 then 21 else " + WORST + " end";

    private static final String FINAL = "status in (30, 31, 39, 90)";

    private static final String ENDED =
            " returning insurer_number, receipt, interface, name, records, warned, failed, refused,"
                    + " sealed_id || part_ids as sealed, " + FINAL + " as is_final";

    /** No reception takes longer. */
    private static final Duration RECEPTION = Duration.ofHours(1);

    private final JdbcClient database;
    private final ReceivedBytes received;
    private final Outbox outbox;
    private final TransactionTemplate transaction;
    private final InstantSource clock;

    FileStates(
            JdbcClient database,
            ReceivedBytes received,
            Outbox outbox,
            PlatformTransactionManager transactions,
            InstantSource clock) {
        this.database = database;
        this.received = received;
        this.outbox = outbox;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** Every record has its result. Without anything to link the file is final, and its bytes are destroyed. */
    void finish(JobPermit permit, ReceivedFile file) {
        finish(
                permit,
                "update intake.file set status = " + STATUS + ","
                        + " finished_at = case when linking + waiting > 0 then null else ?::timestamptz end, lease_until = null"
                        + " where insurer_number = ? and receipt = ? and status = 20 and done = records",
                now(),
                file.receipt().insurer().value(),
                file.receipt().number());
    }

    void refuse(JobPermit permit, ReceivedFile file, ErrorId id) {
        finish(
                permit,
                "update intake.file set status = 90, refused = ?, finished_at = ?, lease_until = null"
                        + " where insurer_number = ? and receipt = ? and status = 20",
                id.name(),
                now(),
                file.receipt().insurer().value(),
                file.receipt().number());
    }

    /** Files whose last open link was answered, or whose last record does not wait any more. */
    void finishAnswered(JobPermit permit) {
        finish(
                permit,
                "update intake.file set status = " + WORST
                        + ", finished_at = ? where status in (21, 25) and linking = 0 and waiting = 0",
                now());
    }

    /**
     * That a file became final is told by the 送付箱 in the same transaction; then its sealed bytes are destroyed, and with them
     * the key of the sealed numbers (settled 11).
     */
    private void finish(JobPermit permit, String update, Object... params) {
        List<Ended> ended = Objects.requireNonNull(transaction.execute(status -> {
            List<Ended> found =
                    database.sql(update + ENDED).params(params).query((row, n) -> ended(row)).list().stream()
                            .filter(Ended::isFinal)
                            .toList();
            tell(permit, found);
            return found;
        }));
        ended.forEach(one -> one.sealed().forEach(received::destroy));
    }

    /** In the order of the insurers: of two who tell several at once none waits for the other in a circle. */
    private void tell(JobPermit permit, List<Ended> found) {
        found.stream()
                .map(Ended::results)
                .filter(results -> !InterfaceDay.isOfFederation(results.interfaceId())) // not the municipality's files
                .sorted(Comparator.comparing(ReceptionResults::receiptNo))
                .forEach(results -> outbox.put(permit, results, clock.instant()));
    }

    /**
     * A file whose step was taken.
     *
     * @param sealed names of its bytes
     */
    private record Ended(boolean isFinal, ReceptionResults results, List<UUID> sealed) {}

    private static Ended ended(ResultSet row) throws SQLException {
        InsurerNumber insurer = new InsurerNumber(row.getString("insurer_number"));
        ReceptionResults results = new ReceptionResults(
                insurer,
                new Receipt(insurer, row.getLong("receipt")).toString(),
                row.getString("interface"),
                row.getString("name"),
                row.getInt("records"),
                row.getInt("warned"),
                row.getInt("failed"),
                row.getString("refused"));
        return new Ended(row.getBoolean("is_final"), results, List.of((UUID[])
                row.getArray("sealed").getArray()));
    }

    /**
     * Destroys what a kill left behind: sealed bytes of files that are final, or that have no row.
     *
     * @param permit counts them
     */
    void sweep(JobPermit permit) {
        List<UUID> lying = received.list();
        if (lying.isEmpty()) {
            return;
        }
        Map<UUID, Boolean> isFinal = new HashMap<>();
        UUID[] ids = lying.toArray(new UUID[0]);
        database.sql("select unnest(sealed_id || part_ids), " + FINAL + " from intake.file"
                        + " where sealed_id = any(?) or (part_ids <> '{}' and part_ids && ?)")
                .params(ids, ids)
                .query(row -> {
                    isFinal.put(row.getObject(1, UUID.class), row.getBoolean(2));
                });
        List<UUID> left = lying.stream()
                .filter(id -> isFinal.getOrDefault(id, isAbandoned(id)))
                .toList();
        left.forEach(received::destroy);
        permit.worked(left.size());
    }

    /** A UUIDv7 begins with its milliseconds: without a row, an old one belongs to a reception that never ended. */
    private boolean isAbandoned(UUID id) {
        Instant made = Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16);
        return made.plus(RECEPTION).isBefore(clock.instant());
    }

    private OffsetDateTime now() {
        Instant now = clock.instant();
        return OffsetDateTime.ofInstant(now, ZoneOffset.UTC);
    }
}
