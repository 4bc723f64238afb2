package kaigo.generate;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import kaigo.intake.Targets;
import kaigo.layout.CheckOptions;
import kaigo.layout.DuplicateKeys;
import kaigo.layout.Form;
import kaigo.layout.ReadOptions;
import kaigo.layout.RecordChecker;
import kaigo.layout.RecordFile;
import kaigo.layout.Row;
import kaigo.layout.Target;
import kaigo.shared.InsurerNumber;

/** Generated files as a receiver sees them: read and checked by the real engine. */
final class Generated {
    static final LocalDate AS_OF = LocalDate.of(2026, 11, 20);
    static final InsurerNumber OITA = InsurerNumber.of("442012");
    static final InsurerNumber BEPPU = InsurerNumber.of("442020");

    private Generated() {}

    static Population population(int count) {
        return Population.of(7, OITA, count, AS_OF);
    }

    static byte[] bytes(Records records, Form form) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        MunicipalFiles.write(out, records, form);
        return out.toByteArray();
    }

    /** The records after the check, with what it found. */
    static List<Row> checked(byte[] file) {
        List<Row> rows = new ArrayList<>();
        try (RecordFile records = RecordFile.open(new ByteArrayInputStream(file), ReadOptions.standard())) {
            check(records, rows::add);
        }
        return rows;
    }

    static List<Row> checked(Records records) {
        return checked(bytes(records, records.layout().sheets().isEmpty() ? Form.CSV : Form.NDJSON));
    }

    /** Every finding of the file or set: 連番, id and item, as the list of planted errors says them. */
    static List<String> findings(Path file) {
        List<String> findings = new ArrayList<>();
        try (RecordFile records = open(file)) {
            check(
                    records,
                    row -> row.findings()
                            .list()
                            .forEach(f -> findings.add(
                                    file.getFileName() + "," + row.number() + "," + f.id() + "," + itemOf(f.item()))));
        }
        return findings;
    }

    /** A file, or a set in its archive. */
    static RecordFile open(Path file) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            return file.toString().endsWith(".zip")
                    ? RecordFile.openSet(parts(bytes), ReadOptions.standard())
                    : RecordFile.open(new ByteArrayInputStream(bytes), ReadOptions.standard());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SortedMap<String, InputStream> parts(byte[] archive) throws IOException {
        SortedMap<String, InputStream> parts = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName().substring(3, 4), new ByteArrayInputStream(zip.readAllBytes()));
            }
        }
        return parts;
    }

    private static String itemOf(String item) {
        return item == null ? "" : item;
    }

    private static void check(RecordFile file, Consumer<Row> each) {
        Target target = Targets.find(file.layout().interfaceId()).orElseThrow();
        RecordChecker checker =
                new RecordChecker(file.layout(), CheckOptions.of(file.control(), List.of(target.rule())));
        DuplicateKeys keys = new DuplicateKeys(file.layout());
        for (Row row = file.next(); row != null; row = file.next()) {
            checker.check(row);
            keys.check(row);
            each.accept(row);
        }
    }
}
