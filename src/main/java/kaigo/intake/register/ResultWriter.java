package kaigo.intake.register;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import kaigo.access.JobPermit;
import kaigo.insured.LinkState;
import kaigo.intake.FindingJson;
import kaigo.layout.Row;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rows of {@code intake.result}: what becomes of every record, without any value of it but its key. */
final class ResultWriter {

    private static final String COPY =
            "copy intake.result (insurer_number, receipt, line, insured_number, history_no, rest_key, update_type,"
                    + " status, link_state, findings, at) from stdin";

    private final JdbcClient database;
    private final Copier copier;
    private final CopyRows rows = new CopyRows();

    ResultWriter(JdbcClient database, Copier copier) {
        this.database = database;
        this.copier = copier;
    }

    /** Adds the settled records of a chunk. */
    void write(JobPermit permit, ChunkContext context, List<Arrival> chunk) {
        rows.clear();
        chunk.forEach(arrival -> encode(context, arrival));
        copier.copy(permit, COPY, rows);
    }

    /** Gives records that were kept waiting the result that they have now. */
    void rewrite(JobPermit permit, ChunkContext context, List<Arrival> arrivals) {
        database.sql("""
                update intake.result r set status = k.status, findings = k.findings, at = ?
                from unnest(?::int[], ?::int[], ?::text[]) as k(line, status, findings)
                where r.insurer_number = ? and r.receipt = ? and r.line = k.line""")
                .params(
                        OffsetDateTime.ofInstant(context.now(), ZoneOffset.UTC),
                        arrivals.stream().map(one -> one.row().number()).toArray(Integer[]::new),
                        arrivals.stream().map(one -> one.status().code()).toArray(Integer[]::new),
                        arrivals.stream()
                                .map(one -> FindingJson.write(one.findings()))
                                .toArray(String[]::new),
                        context.insurer().value(),
                        context.receipt().number())
                .update();
    }

    private void encode(ChunkContext context, Arrival arrival) {
        Row row = arrival.row();
        ResultKey key = ResultKey.of(row);
        rows.text(context.insurer().value())
                .number(context.receipt().number())
                .number(row.number())
                .text(key.insuredNumber())
                .text(key.historyNo())
                .text(key.rest())
                .text(arrival.type() == null ? null : arrival.type().code())
                .number(arrival.status().code());
        LinkState link = arrival.linkState();
        if (link == null) {
            rows.nothing();
        } else {
            rows.number(link.code());
        }
        rows.text(FindingJson.write(arrival.findings())).text(context.nowText()).endRow();
    }
}
