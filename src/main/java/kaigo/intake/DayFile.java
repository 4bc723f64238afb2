package kaigo.intake;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import kaigo.access.Gate;
import kaigo.access.InsurerPermit;
import kaigo.access.Looked;
import kaigo.access.Purpose;
import kaigo.intake.DayStore.Failed;
import kaigo.layout.Finding;
import kaigo.layout.FindingText;
import kaigo.layout.Layout;
import kaigo.layout.Layouts;
import kaigo.screens.ScreenText;
import kaigo.screens.SpreadsheetCsv;
import kaigo.shared.InsurerViewer;
import kaigo.shared.YyyyMmDd;
import org.springframework.stereotype.Component;

/** 一日のエラーの一覧: every error of a day's records as CSV for a spreadsheet, mended ones marked. */
@Component
public class DayFile {

    private static final int PAGE = 10_000;

    private static final List<String> HEADINGS =
            List.of("interface", "file", "line", "insured", "history", "error", "item", "column", "remedy", "mended");

    private final Gate gate;
    private final FileStore files;
    private final DayStore days;

    DayFile(Gate gate, FileStore files, DayStore days) {
        this.gate = gate;
        this.files = files;
        this.days = days;
    }

    /** Where the file is written to; asked once it is certain that the file leaves. */
    public interface Destination {
        OutputStream open() throws IOException;
    }

    /**
     * Streams to what {@code destination} opens, and closes it. False, and nothing is written, as long as a record of the day
     * has no result yet.
     */
    public boolean send(InsurerViewer viewer, LocalDate day, Destination destination) {
        return gate.look(viewer, Purpose.READ_DAY, permit -> find(permit, day), (permit, found) -> {
            if (found.isReady()) {
                write(permit, found, destination);
            }
            return found.isReady();
        });
    }

    /**
     * What may leave: the failed records that the entry speaks of. Others may fail while the file is written; they are not in
     * it.
     *
     * @param lines by the number of the receipt
     */
    private record Found(List<ReceivedFile> files, Map<Long, BitSet> lines) {

        boolean isReady() {
            return files.stream().allMatch(ReceivedFile::isRegistered);
        }

        boolean holds(Failed record) {
            BitSet known = lines.get(record.receipt());
            return known != null && known.get(record.line());
        }
    }

    private Looked<Found> find(InsurerPermit permit, LocalDate day) {
        Found found = new Found(files.listDay(permit, day), new HashMap<>());
        if (!found.isReady()) {
            return Looked.aboutNobody(found);
        }
        MessageDigest digest = sha256();
        int[] persons = {0};
        each(permit, found.files(), record -> {
            found.lines()
                    .computeIfAbsent(record.receipt(), receipt -> new BitSet())
                    .set(record.line());
            if (record.insuredNumber() != null) {
                digest.update((record.insuredNumber() + "\n").getBytes(StandardCharsets.US_ASCII));
                persons[0]++;
            }
        });
        return Looked.atList(
                found, YyyyMmDd.format(day), persons[0], HexFormat.of().formatHex(digest.digest()));
    }

    private void each(InsurerPermit permit, List<ReceivedFile> files, Consumer<Failed> use) {
        Long[] receipts = DayReports.withErrors(files);
        long receipt = 0;
        int line = 0;
        List<Failed> page;
        do {
            page = days.listFailed(permit, receipts, receipt, line, PAGE);
            page.forEach(use);
            if (!page.isEmpty()) {
                receipt = page.getLast().receipt();
                line = page.getLast().line();
            }
        } while (page.size() == PAGE);
    }

    private void write(InsurerPermit permit, Found found, Destination destination) {
        Map<Long, ReceivedFile> byReceipt = found.files().stream()
                .collect(Collectors.toMap(file -> file.receipt().number(), Function.identity()));
        try (OutputStream out = destination.open()) {
            SpreadsheetCsv.write(out, csv -> {
                csv.writeRecord(HEADINGS.stream()
                        .map(column -> ScreenText.text("day.csv." + column))
                        .toList());
                each(permit, found.files(), record -> {
                    ReceivedFile file = byReceipt.get(record.receipt());
                    if (file != null && found.holds(record)) {
                        record.findings().stream()
                                .filter(finding -> finding.id().isError())
                                .forEach(finding -> write(csv, file, record, finding));
                    }
                });
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(SpreadsheetCsv csv, ReceivedFile file, Failed record, Finding finding) {
        Layout layout = Layouts.find(file.interfaceId(), file.version()).orElseThrow();
        FindingText text = FindingText.of(finding, layout);
        csv.writeRecord(
                file.interfaceId(),
                file.name() == null ? file.receipt().toString() : file.name(),
                String.valueOf(record.line()),
                record.insuredNumber(),
                record.historyNo(),
                finding.id().name(),
                FindingText.itemName(finding, layout),
                text.text(),
                text.remedy(),
                record.toDo() ? "" : ScreenText.text("day.mended"));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
