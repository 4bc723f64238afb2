package kaigo.bench;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
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
import kaigo.layout.items.M01;
import kaigo.shared.UpdateType;

/** What the measurements send, made of generated files. */
final class BenchFiles {

    static final String INSURER = "442012";

    private static final Layout M01_LAYOUT = Layouts.find("M01", "2.02").orElseThrow();
    private static final LocalDateTime DAILY = LocalDateTime.of(2026, 11, 20, 5, 30);
    private static final int RECORDS_OF_A_BODY = 15_000;

    private BenchFiles() {}

    /** An initial set-up, 100,000 records a file. */
    static List<Path> initial(Path folder, int persons, String... more) throws IOException {
        List<String> words = new ArrayList<>(
                List.of("generate", "--insurer", INSURER, "--persons", String.valueOf(persons), "--seed", "7"));
        words.addAll(List.of("--as-of", "2026-11-10", "--out", folder.toString()));
        words.addAll(List.of(more));
        int code = Kiban.run(words.toArray(new String[0]));
        if (code != 0) {
            throw new IllegalStateException("generate: exit code " + code);
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith("M01_"))
                    .sorted()
                    .toList();
        }
    }

    /** The same persons as 更新 of a later day: every second with another address, the others as they were. */
    static List<Path> daily(Path folder, List<Path> initial) throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path source : initial) {
            try (RecordFile records = open(source)) {
                files.add(daily(folder, records, files.size() + 1));
            }
        }
        return files;
    }

    private static Path daily(Path folder, RecordFile records, int sequence) throws IOException {
        Control of = records.control();
        Control control = control(of, ProcessingType.DAILY, DAILY, of.dataCount());
        Path file = folder.resolve(FileName.of(control, sequence, Form.CSV).toString());
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 18);
                RecordWriter writer = RecordWriter.open(out, Form.CSV, control, M01_LAYOUT)) {
            for (Row row = records.next(); row != null; row = records.next()) {
                row.set(M01.UPDATE_TYPE, UpdateType.UPDATE.code());
                if (row.number() % 2 == 0) {
                    row.set(M01.ADDRESS, row.get(M01.ADDRESS) + "１０１号");
                    row.set(M01.SOURCE_UPDATED_AT, DAILY.minusHours(8));
                }
                writer.write(row);
            }
        }
        return file;
    }

    /** The same records as NDJSON, in bodies of at most 10 MB. */
    static List<byte[]> bodies(List<Path> files) throws IOException {
        List<byte[]> bodies = new ArrayList<>();
        for (Path file : files) {
            try (RecordFile records = open(file)) {
                int left = records.control().dataCount();
                for (; left > 0; left -= RECORDS_OF_A_BODY) {
                    bodies.add(body(records, Math.min(left, RECORDS_OF_A_BODY)));
                }
            }
        }
        return bodies;
    }

    private static byte[] body(RecordFile records, int count) {
        Control of = records.control();
        Control control = control(of, of.processingType(), of.createdAt(), count);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (RecordWriter writer = RecordWriter.open(out, Form.NDJSON, control, M01_LAYOUT)) {
            for (int i = 0; i < count; i++) {
                writer.write(Objects.requireNonNull(records.next()));
            }
        }
        return out.toByteArray();
    }

    private static Control control(Control of, ProcessingType type, LocalDateTime created, int count) {
        return new Control(
                of.interfaceId(),
                of.version(),
                of.insurerNumber(),
                type,
                type == ProcessingType.DAILY ? created.toLocalDate() : of.baseDate(),
                created,
                count,
                of.senderSystem());
    }

    private static RecordFile open(Path file) throws IOException {
        InputStream in = Files.newInputStream(file);
        return RecordFile.open(in, ReadOptions.standard());
    }
}
