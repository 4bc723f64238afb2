package kaigo.cli;

import java.io.IOException;
import kaigo.intake.Targets;
import kaigo.layout.Control;
import kaigo.layout.DuplicateKeys;
import kaigo.layout.FileName;
import kaigo.layout.Limits;
import kaigo.layout.ReadOptions;
import kaigo.layout.RecordChecker;
import kaigo.layout.RecordFile;
import kaigo.layout.Row;
import kaigo.layout.Target;
import kaigo.layout.UnusableFile;
import org.jspecify.annotations.Nullable;

/**
 * 送信前のチェック of one file by the rules of the server, without a server. It reads twice, as the server does: what makes
 * the file unusable shows only at its end, and must be known before the first result is written.
 */
final class OfflineCheck {

    private static final ReadOptions READ = new ReadOptions(Targets.layouts(), false, Limits.standard());

    private final CheckProfile profile;
    private final RecordOutput.Maker outputs;

    OfflineCheck(CheckProfile profile, RecordOutput.Maker outputs) {
        this.profile = profile;
        this.outputs = outputs;
    }

    /** @throws IOException if the file cannot be read or the result cannot be written */
    FileReport check(SentFile sent) throws IOException {
        try {
            FileName name = profile.names() || sent.isSet() ? FileName.parse(sent.name()) : null;
            readThrough(sent, name);
            return checkRecords(sent, name == null ? 1 : name.sequence());
        } catch (UnusableFile e) {
            return FileReport.unusable(sent.name(), e);
        }
    }

    private void readThrough(SentFile sent, @Nullable FileName name) throws IOException {
        try (RecordFile records = sent.open(READ)) {
            profile.requireAccepted(name, records.control());
            while (records.next() != null) {
                // Reading to the end is the check.
            }
        }
    }

    private FileReport checkRecords(SentFile sent, int sequence) throws IOException {
        try (RecordFile records = sent.open(READ);
                RecordOutput output = outputs.open(sent.name(), sequence, records)) {
            Control control = records.control();
            Target target = Targets.find(control.interfaceId()).orElseThrow();
            RecordChecker checker = new RecordChecker(records.layout(), profile.options(control, target.rule()));
            DuplicateKeys duplicates = new DuplicateKeys(records.layout());
            FileReport report = FileReport.of(sent.name(), control, records.layout());
            for (Row row = records.next(); row != null; row = records.next()) {
                checker.check(row);
                duplicates.check(row);
                report.count(row);
                output.record(row);
            }
            return report;
        }
    }
}
