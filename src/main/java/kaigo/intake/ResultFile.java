package kaigo.intake;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kaigo.access.Gate;
import kaigo.access.InsurerPermit;
import kaigo.access.Looked;
import kaigo.access.Purpose;
import kaigo.intake.Results.Only;
import kaigo.intake.Results.Section;
import kaigo.layout.Control;
import kaigo.layout.Form;
import kaigo.layout.Layouts;
import kaigo.layout.RecordWriter;
import kaigo.outbox.Outbox;
import kaigo.shared.Days;
import kaigo.shared.InsurerViewer;
import org.springframework.stereotype.Component;

/** 登録結果ファイル: P01 of one received file as CSV or NDJSON, written from the layout file. */
@Component
public class ResultFile {

    private static final int PAGE = 10_000;

    private final Gate gate;
    private final FileStore files;
    private final ResultStore results;
    private final Outbox outbox;
    private final InstantSource clock;

    ResultFile(Gate gate, FileStore files, ResultStore results, Outbox outbox, InstantSource clock) {
        this.gate = gate;
        this.files = files;
        this.results = results;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** What became of a request for the file. */
    public enum Sent {
        WHOLE,
        /** Some of its records have no result yet; nothing was written. */
        NOT_READY,
        ABSENT
    }

    /** Where the file is written to; asked once it is certain that the file leaves. */
    public interface Destination {
        OutputStream open(ReceivedFile file) throws IOException;
    }

    /** Streams to what {@code destination} opens, and closes it; memory does not grow with the file. */
    public Sent send(InsurerViewer viewer, FileAddress address, Form form, Destination destination) {
        return gate.look(viewer, Purpose.READ_RESULTS, permit -> find(permit, address), (permit, found) -> {
            if (found.isEmpty()) {
                return Sent.ABSENT;
            }
            ReceivedFile file = found.get();
            if (!file.isRegistered()) {
                return Sent.NOT_READY;
            }
            outbox.taken(permit, file.receipt().toString());
            write(permit, file, form, destination);
            return Sent.WHOLE;
        });
    }

    private Looked<Optional<ReceivedFile>> find(InsurerPermit permit, FileAddress address) {
        Optional<ReceivedFile> found = files.find(permit, address.receipt()).filter(address::names);
        return found.filter(ReceivedFile::isRegistered)
                .map(file -> results.digest(permit, file))
                .map(persons -> Looked.atList(found, address.receipt().toString(), persons.count(), persons.sha256()))
                .orElse(Looked.aboutNobody(found));
    }

    private void write(InsurerPermit permit, ReceivedFile file, Form form, Destination destination) {
        ResultRecords records = records(file);
        Control control = ResultRecords.control(
                file.receipt().insurer().value(),
                file.process(),
                file.answered(),
                LocalDateTime.ofInstant(clock.instant(), Days.JAPAN));
        try (RecordWriter writer = ResultRecords.open(destination.open(file), form, control)) {
            int after = 0;
            List<RecordResult> page;
            do {
                page = results.list(permit, file, new Section(Only.ALL, after, PAGE));
                page.forEach(result -> writer.write(records.row(result)));
                after = page.isEmpty() ? after : page.getLast().line();
            } while (page.size() == PAGE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One result by the code names of P01, as it stands in NDJSON: absent items are left out, only type I is a number. */
    public static Map<String, Object> record(ReceivedFile file, RecordResult result) {
        return records(file).row(result).items();
    }

    private static ResultRecords records(ReceivedFile file) {
        return new ResultRecords(
                file.receipt().toString(),
                file.name(),
                Layouts.find(file.interfaceId(), file.version()).orElseThrow());
    }
}
