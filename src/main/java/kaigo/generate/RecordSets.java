package kaigo.generate;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import kaigo.layout.Control;
import kaigo.layout.FileName;
import kaigo.layout.Form;
import kaigo.layout.Layout;
import kaigo.layout.RecordWriter;
import kaigo.layout.Sheet;

/** 組 (M07A to M07E, X02A to X02C): records with sheets as one ZIP of CSV files, joined by their key. */
public final class RecordSets {
    private static final String FIRST = "A";

    private RecordSets() {}

    /**
     * Writes one set.
     *
     * @param records made anew whenever asked: they are read once to count and once to write
     * @param sequence 連番
     */
    public static Path write(Path folder, Supplier<Records> records, int sequence) throws IOException {
        return write(folder, records, sequence, clean -> clean);
    }

    /** @param change of the records when they are written; adds and removes none, and no row of a sheet */
    static Path write(Path folder, Supplier<Records> records, int sequence, UnaryOperator<Records> change)
            throws IOException {
        Files.createDirectories(folder);
        Map<String, Integer> counts = counts(records.get());
        Records written = change.apply(records.get());
        Layout layout = written.layout();
        Control control = written.control(written.count());
        FileName name = FileName.of(control, sequence, Form.CSV);
        Map<String, Path> parts = new HashMap<>();
        for (String letter : layout.parts()) {
            parts.put(letter, folder.resolve(name.part(letter).toString()));
        }
        try (RecordWriter writer = RecordWriter.openSet(
                letter -> open(Objects.requireNonNull(parts.get(letter))), control, layout, counts)) {
            written.rows().forEachRemaining(writer::write);
        }
        return zip(folder.resolve(name.set().toString()), layout, parts);
    }

    /** Rows of every part by its letter: a control record says them before the first row. */
    private static Map<String, Integer> counts(Records records) {
        Map<String, Integer> counts = new HashMap<>();
        counts.put(FIRST, records.count());
        records.layout().sheets().forEach(sheet -> counts.put(sheet.part(), 0));
        records.rows().forEachRemaining(row -> {
            for (Sheet sheet : row.layout().sheets()) {
                counts.merge(sheet.part(), row.sheet(sheet).size(), Integer::sum);
            }
        });
        return counts;
    }

    private static OutputStream open(Path file) {
        try {
            return new BufferedOutputStream(Files.newOutputStream(file), 1 << 18);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path zip(Path archive, Layout layout, Map<String, Path> parts) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(open(archive))) {
            for (String letter : layout.parts()) {
                Path part = Objects.requireNonNull(parts.get(letter));
                put(zip, String.valueOf(part.getFileName()), Files.readAllBytes(part));
                Files.delete(part);
            }
        }
        return archive;
    }

    static void put(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(java.time.LocalDateTime.of(2000, 1, 1, 0, 0)); // same records, same bytes
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
    }
}
