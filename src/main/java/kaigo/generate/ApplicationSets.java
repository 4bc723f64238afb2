package kaigo.generate;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntConsumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import kaigo.layout.Control;
import kaigo.layout.FileName;
import kaigo.layout.Form;
import kaigo.layout.Layout;
import kaigo.layout.RecordWriter;
import kaigo.layout.Sheet;

/** 要介護認定情報の組 (M07A to M07E) of a population: one ZIP for so many persons, its parts joined by their key. */
public final class ApplicationSets {
    /** So that no part grows beyond the limit of a file on the screen. */
    private static final int PERSONS = 50_000;

    private static final String FIRST = "A";

    private final Path folder;
    private final Population population;
    private final CareRecords care;

    public ApplicationSets(Path folder, Population population) {
        this.folder = folder;
        this.population = population;
        this.care = new CareRecords(population);
    }

    /** @param written hears now and then for how many persons the records are written */
    public List<Path> write(IntConsumer written) throws IOException {
        Files.createDirectories(folder);
        List<Path> files = new ArrayList<>();
        for (int from = 0; from < population.count(); from += PERSONS) {
            int to = Math.min(population.count(), from + PERSONS);
            Records records = care.of("M07", from, to);
            if (records.count() > 0) {
                files.add(write(records, counts(care.of("M07", from, to)), files.size() + 1));
            }
            written.accept(to);
        }
        return files;
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

    private Path write(Records records, Map<String, Integer> counts, int sequence) throws IOException {
        Layout layout = records.layout();
        Control control = records.control(records.count());
        FileName name = FileName.of(control, sequence, Form.CSV);
        Map<String, Path> parts = new HashMap<>();
        for (String letter : layout.parts()) {
            parts.put(letter, folder.resolve(name.part(letter).toString()));
        }
        try (RecordWriter writer = RecordWriter.openSet(
                letter -> open(Objects.requireNonNull(parts.get(letter))), control, layout, counts)) {
            records.rows().forEachRemaining(writer::write);
        }
        return zip(folder.resolve(name.set().toString()), layout, parts);
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
                ZipEntry entry = new ZipEntry(String.valueOf(part.getFileName()));
                entry.setTime(0); // same records, same bytes
                zip.putNextEntry(entry);
                Files.copy(part, zip);
                zip.closeEntry();
                Files.delete(part);
            }
        }
        return archive;
    }
}
