package kaigo.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import kaigo.cli.Kiban;
import kaigo.layout.Control;
import kaigo.layout.FileName;
import kaigo.layout.Form;
import kaigo.layout.Layout;
import kaigo.layout.Layouts;
import kaigo.layout.ProcessingType;
import kaigo.layout.ReadOptions;
import kaigo.layout.RecordFile;
import kaigo.layout.RecordWriter;
import kaigo.layout.Row;
import kaigo.layout.Sheet;

/** Generated files of every interface that a municipality sends. */
final class CareFiles {

    private CareFiles() {}

    /** In the order in which they are sent. */
    static List<Path> initial(Path folder, String insurer, int persons, String asOf) throws IOException {
        return generate(folder, "--insurer", insurer, "--persons", String.valueOf(persons), "--as-of", asOf);
    }

    /** One day's changes on top of {@link #initial} of the base date. */
    static List<Path> daily(Path folder, String insurer, int persons, String asOf, String baseDate) throws IOException {
        String count = String.valueOf(persons);
        return generate(
                folder, "--insurer", insurer, "--persons", count, "--as-of", asOf, "--daily", "--base-date", baseDate);
    }

    private static List<Path> generate(Path folder, String... options) throws IOException {
        List<String> words = new ArrayList<>(List.of("generate", "--interfaces", "all", "--seed", "7"));
        words.addAll(List.of(options));
        words.addAll(List.of("--out", folder.toString()));
        int code = Kiban.run(words.toArray(new String[0]));
        if (code != 0) {
            throw new IllegalStateException("generate: exit code " + code);
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(CareFiles::isOfMunicipality).sorted().toList();
        }
    }

    private static boolean isOfMunicipality(Path file) {
        String name = file.getFileName().toString();
        return FileName.isRight(name) && !name.startsWith("K01");
    }

    static List<Path> of(List<Path> files, String interfaceId) {
        return files.stream()
                .filter(file -> file.getFileName().toString().startsWith(interfaceId))
                .toList();
    }

    /** Data records that the control records of these files announce. */
    static int records(List<Path> files) throws IOException {
        int records = 0;
        for (Path file : files) {
            records += control(file).dataCount();
        }
        return records;
    }

    /** What an initial set of 要介護認定情報 holds, as a day's set of new histories (M08). */
    static Path asDaily(Path folder, Path initialSet, LocalDateTime created) throws IOException {
        Layout layout = Layouts.newest("M08").orElseThrow();
        Map<String, Integer> counts = new HashMap<>();
        Control of;
        try (ZipFile zip = new ZipFile(initialSet.toFile());
                RecordFile records = open(zip)) {
            of = records.control();
            for (Row row = records.next(); row != null; row = records.next()) {
                for (Sheet sheet : row.layout().sheets()) {
                    counts.merge(sheet.part(), row.sheet(sheet).size(), Integer::sum);
                }
            }
        }
        counts.put("A", of.dataCount());
        Control control = new Control(
                "M08",
                of.version(),
                of.insurerNumber(),
                ProcessingType.DAILY,
                created.toLocalDate(),
                created,
                of.dataCount(),
                of.senderSystem());
        FileName name = FileName.of(control, sequence(initialSet), Form.CSV);
        Map<String, Path> parts = new TreeMap<>();
        layout.parts()
                .forEach(letter ->
                        parts.put(letter, folder.resolve(name.part(letter).toString())));
        try (ZipFile zip = new ZipFile(initialSet.toFile());
                RecordFile records = open(zip);
                RecordWriter writer = RecordWriter.openSet(letter -> out(parts.get(letter)), control, layout, counts)) {
            for (Row row = records.next(); row != null; row = records.next()) {
                writer.write(row);
            }
        }
        return zip(folder.resolve(name.set().toString()), parts);
    }

    private static int sequence(Path set) {
        return FileName.parse(set.getFileName().toString()).sequence();
    }

    private static Control control(Path file) throws IOException {
        if (!file.toString().endsWith(".zip")) {
            try (InputStream in = Files.newInputStream(file);
                    RecordFile records = RecordFile.open(in, ReadOptions.standard())) {
                return records.control();
            }
        }
        try (ZipFile zip = new ZipFile(file.toFile());
                RecordFile records = open(zip)) {
            return records.control();
        }
    }

    private static RecordFile open(ZipFile zip) throws IOException {
        SortedMap<String, InputStream> parts = new TreeMap<>();
        List<? extends ZipEntry> entries = zip.stream().toList();
        for (ZipEntry entry : entries) {
            parts.put(FileName.parse(entry.getName()).part(), zip.getInputStream(entry));
        }
        return RecordFile.openSet(parts, ReadOptions.standard());
    }

    private static OutputStream out(Path file) {
        try {
            return new BufferedOutputStream(Files.newOutputStream(file), 1 << 18);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Path zip(Path archive, Map<String, Path> parts) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(out(archive))) {
            for (Path part : parts.values()) {
                zip.putNextEntry(new ZipEntry(part.getFileName().toString()));
                Files.copy(part, zip);
                zip.closeEntry();
                Files.delete(part);
            }
        }
        return archive;
    }
}
