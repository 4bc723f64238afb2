package kaigo.intake.register;

import java.util.ArrayList;
import java.util.List;
import kaigo.insured.LinkState;
import kaigo.layout.Finding;
import kaigo.layout.Row;
import kaigo.shared.InsuredNumber;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Rows of {@code intake.result}: what becomes of every record, without any value of it but its key. */
final class ResultWriter {

    private static final String COPY =
            "copy intake.result (insurer_number, receipt, line, insured_number, history_no, update_type, status,"
                    + " link_state, findings, at) from stdin";

    private static final JsonMapper JSON = new JsonMapper();

    private final Copier copier;
    private final CopyRows rows = new CopyRows();

    ResultWriter(Copier copier) {
        this.copier = copier;
    }

    void add(ChunkContext context, Arrival arrival) {
        Row row = arrival.row();
        rows.text(context.insurer().value())
                .number(context.receipt().number())
                .number(row.number())
                .text(insuredNumber(row))
                .text(text(row, "historyNo"))
                .text(arrival.type() == null ? null : arrival.type().code())
                .number(arrival.status().code());
        LinkState link = arrival.linkState();
        if (link == null) {
            rows.nothing();
        } else {
            rows.number(link.code());
        }
        rows.text(findings(arrival.findings())).text(context.nowText()).endRow();
    }

    void flush() {
        copier.copy(COPY, rows);
        rows.clear();
    }

    void clear() {
        rows.clear();
    }

    /** Only what has the form of a 被保険者番号: in a record with shifted columns a name could stand there. */
    private static @Nullable String insuredNumber(Row row) {
        String value = text(row, "insuredNumber");
        return value != null && InsuredNumber.hasForm(value) ? value : null;
    }

    private static @Nullable String text(Row row, String item) {
        int position = row.layout().position(item);
        return position < 0 ? null : row.text(position);
    }

    /** JSON: one array [error id, item or null, parameters...] per finding; null if there is none. */
    static @Nullable String findings(List<Finding> findings) {
        if (findings.isEmpty()) {
            return null;
        }
        List<List<@Nullable String>> written = new ArrayList<>();
        for (Finding finding : findings) {
            List<@Nullable String> one = new ArrayList<>();
            one.add(finding.id().name());
            one.add(finding.item());
            one.addAll(finding.parameters());
            written.add(one);
        }
        return JSON.writeValueAsString(written);
    }
}
