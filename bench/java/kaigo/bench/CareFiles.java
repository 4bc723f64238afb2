package kaigo.bench;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import kaigo.cli.Kiban;
import kaigo.layout.Control;
import kaigo.layout.FileName;
import kaigo.layout.ProcessingType;
import kaigo.layout.ReadOptions;
import kaigo.layout.RecordFile;

/** Generated files of every interface that a municipality sends. */
final class CareFiles {

    private static final DateTimeFormatter CREATED = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");

    private CareFiles() {}

    /**
     * In the order in which they are sent.
     *
     * @param interfaces with commas between them, or {@code all}
     */
    static List<Path> initial(Path folder, String interfaces, String insurer, int persons, String asOf)
            throws IOException {
        String count = String.valueOf(persons);
        return generate(folder, interfaces, "--insurer", insurer, "--persons", count, "--as-of", asOf);
    }

    /** One day's changes on top of {@link #initial} of the base date. */
    static List<Path> daily(Path folder, String insurer, int persons, String asOf, String baseDate) throws IOException {
        String count = String.valueOf(persons);
        return generate(
                folder,
                "all",
                "--insurer",
                insurer,
                "--persons",
                count,
                "--as-of",
                asOf,
                "--daily",
                "--base-date",
                baseDate);
    }

    private static List<Path> generate(Path folder, String interfaces, String... options) throws IOException {
        List<String> words = new ArrayList<>(List.of("generate", "--interfaces", interfaces, "--seed", "7"));
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
        return areDocuments(file) || (FileName.isRight(name) && !name.startsWith("K01"));
    }

    /** Whether it holds what the records of M11 or M12 name. In the order of the names it comes before those. */
    static boolean areDocuments(Path file) {
        return file.getFileName().toString().contains("_PDF_");
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
            records += areDocuments(file) ? 0 : control(file).dataCount();
        }
        return records;
    }

    /** What an initial set of 要介護認定情報 holds, as a day's set of new histories (M08): only the control records differ. */
    static Path asDaily(Path folder, Path initialSet, LocalDateTime created) throws IOException {
        String time = CREATED.format(created);
        Path daily = folder.resolve(renamed(initialSet.getFileName().toString(), time));
        try (ZipFile zip = new ZipFile(initialSet.toFile());
                ZipOutputStream out = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(daily)))) {
            out.setLevel(Deflater.BEST_SPEED);
            List<? extends ZipEntry> parts = zip.stream().toList();
            for (ZipEntry part : parts) {
                out.putNextEntry(new ZipEntry(renamed(part.getName(), time)));
                try (InputStream in = new BufferedInputStream(zip.getInputStream(part))) {
                    String[] control = line(in).split(",", -1);
                    control[2] = control[2].replace("M07", "M08");
                    control[5] = ProcessingType.DAILY.code();
                    control[6] = time.substring(0, 8);
                    control[7] = time;
                    out.write((String.join(",", control) + "\n").getBytes(StandardCharsets.UTF_8));
                    in.transferTo(out);
                }
                out.closeEntry();
            }
        }
        return daily;
    }

    private static String renamed(String initial, String created) {
        return initial.replaceFirst("M07(.?)_(\\d+)_I_\\d+_", "M08$1_$2_D_" + created + "_");
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            line.write(c);
        }
        return line.toString(StandardCharsets.UTF_8);
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
}
