package kaigo.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.HexFormat;
import java.util.List;
import kaigo.intake.RecordResult;
import kaigo.intake.ResultRecords;
import kaigo.intake.Status;
import kaigo.layout.CanonicalForm;
import kaigo.layout.Control;
import kaigo.layout.Finding;
import kaigo.layout.Form;
import kaigo.layout.Layout;
import kaigo.layout.RecordFile;
import kaigo.layout.RecordWriter;
import kaigo.layout.Row;
import kaigo.shared.Days;
import kaigo.shared.UpdateType;
import org.jspecify.annotations.Nullable;

/** 出力: what the offline check writes for every record of a file. */
interface RecordOutput extends AutoCloseable {

    void record(Row checked);

    @Override
    void close();

    /** Begins the output of one file, whose control record has been read. */
    interface Maker {
        RecordOutput open(String fileName, int sequence, RecordFile file) throws IOException;
    }

    /** For a run that only wants the summary. */
    final class Nothing implements RecordOutput {
        @Override
        public void record(Row checked) {}

        @Override
        public void close() {}
    }

    /** 登録結果 (P01), as the server would write it; every status is final. */
    final class Results implements RecordOutput {
        private final ResultRecords records;
        private final RecordWriter writer;
        private final Instant now;

        Results(String fileName, RecordFile file, Form form, java.io.OutputStream out, Instant now) {
            Control sent = file.control();
            this.records = new ResultRecords(null, fileName, file.layout());
            this.now = now;
            this.writer = ResultRecords.open(
                    out,
                    form,
                    ResultRecords.control(
                            sent.insurerNumber(),
                            sent.processingType(),
                            sent.dataCount(),
                            LocalDateTime.ofInstant(now, Days.JAPAN)));
        }

        @Override
        public void record(Row checked) {
            writer.write(records.row(result(checked)));
        }

        private RecordResult result(Row row) {
            List<Finding> findings = row.findings().list();
            return new RecordResult(
                    row.number(),
                    ResultRecords.insuredNumber(row),
                    ResultRecords.historyNo(row),
                    updateType(row),
                    FileReport.statusOf(row),
                    null,
                    findings,
                    now);
        }

        private static @Nullable String updateType(Row row) {
            int position = row.layout().position("updateType");
            String sent = position < 0 ? null : row.text(position);
            return sent == null
                    ? null
                    : UpdateType.ofCode(sent).map(UpdateType::code).orElse(null);
        }

        @Override
        public void close() {
            writer.close();
        }
    }

    /** 内容ハッシュ: one line a record: file, 連番, SHA-256 of the canonical form; a record with errors has none. */
    final class Hashes implements RecordOutput {
        private static final HexFormat HEX = HexFormat.of();

        private final String fileName;
        private final CanonicalForm canonical;
        private final PrintStream out;

        Hashes(String fileName, Layout layout, PrintStream out) {
            this.fileName = fileName;
            this.canonical = new CanonicalForm(layout);
            this.out = out;
        }

        @Override
        public void record(Row checked) {
            boolean refused = FileReport.statusOf(checked) == Status.ERROR;
            String hash = refused ? "-" : HEX.formatHex(canonical.hash(checked));
            out.print(fileName + "\t" + checked.number() + "\t" + hash + "\n");
        }

        @Override
        public void close() {
            out.flush();
        }
    }
}
