package kaigo.intake.register;

import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import kaigo.access.JobPermit;
import kaigo.intake.ReceivedFile;
import kaigo.layout.items.Q01;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * 突合情報の受け取り (Q01): keeps the records of one chunk in {@code intake.stated} until they are compared. Only a record about
 * which something was found has a row in {@code intake.result}. Belongs to one worker.
 */
public final class StatedChunks {

    private static final String COPY = "copy intake.stated (insurer_number, receipt, interface, line, insured_number,"
            + " history_no, rest_key, content_hash) from stdin";

    private final ChunkProgress progress;
    private final ResultWriter results;
    private final Unmended unmended;
    private final Copier copier;
    private final InstantSource clock;
    private final CopyRows rows = new CopyRows();

    public StatedChunks(DataSource database, InstantSource clock) {
        JdbcClient client = JdbcClient.create(database);
        this.copier = new Copier(database);
        this.progress = new ChunkProgress(client);
        this.results = new ResultWriter(client, copier);
        this.unmended = new Unmended(client, copier);
        this.clock = clock;
    }

    /**
     * @param permit the load job's
     * @throws FileTakenOver if another worker went on with the file
     */
    public void apply(JobPermit permit, ReceivedFile file, List<Arrival> chunk) {
        ChunkContext context = ChunkContext.of(file, clock.instant());
        progress.lock(permit, context, chunk.getFirst().row().number());
        rows.clear();
        for (Arrival arrival : chunk) {
            arrival.settle();
            if (!arrival.row().findings().hasErrors()) {
                encode(context, arrival);
            }
        }
        copier.copy(permit, COPY, rows);
        results.write(
                permit,
                context,
                chunk.stream().filter(one -> !one.findings().isEmpty()).toList());
        unmended.record(permit, context, chunk);
        progress.record(permit, context, chunk);
    }

    private void encode(ChunkContext context, Arrival arrival) {
        rows.text(context.insurer().value())
                .number(context.receipt().number())
                .text(arrival.keyPart(0))
                .number(arrival.row().number());
        arrival.key().stream().skip(1).forEach(rows::text);
        String hash = Objects.requireNonNull(arrival.row().get(Q01.CONTENT_HASH));
        rows.bytes(HexFormat.of().parseHex(hash)).endRow();
    }
}
