package kaigo.generate;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import kaigo.layout.ErrorId;
import kaigo.layout.FileName;
import kaigo.layout.Form;

/**
 * 誤りを植え付けたファイル: the records with every kind of error mixed in, and beside them {@code planted.csv}, which says
 * where: file, 連番, error id, item. Findings of the hard people (W3004) stand in the list too.
 */
public final class PlantedErrors implements AutoCloseable {
    public static final String LIST = "planted.csv";

    private static final int AFTER_DELETION = 20;
    private static final int FIRST_DATA_RECORD = 2;

    private final Path folder;
    private final Form form;
    private final Writer list;

    public PlantedErrors(Path folder, Form form) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.form = form;
        this.list = Files.newBufferedWriter(folder.resolve(LIST), StandardCharsets.UTF_8);
        list.write("file,number,error_id,item\r\n");
    }

    /**
     * Writes the records with errors among them.
     *
     * @param rate of records with an error, above 0 and at most 0.5; what is too hard to damage is passed over
     */
    public List<Path> write(Records records, double rate, IntConsumer written) throws IOException {
        Map<Path, Set<Integer>> brokenLines = new LinkedHashMap<>();
        Planter planter = new Planter(records, form, kinds(records, false), rate, planted -> {
            Position at = Position.of(records, planted, form);
            boolean broken = planted.id() == ErrorId.E1007;
            if (broken) {
                brokenLines
                        .computeIfAbsent(folder.resolve(at.file()), f -> new HashSet<>())
                        .add(at.number());
            }
            ErrorId id = broken && form == Form.NDJSON ? ErrorId.E1012 : planted.id();
            note(at.file(), at.number(), id, planted.item());
        });
        List<Path> files = MunicipalFiles.write(folder, records.with(planter), form, written);
        for (Map.Entry<Path, Set<Integer>> file : brokenLines.entrySet()) {
            breakLines(file.getKey(), file.getValue());
        }
        return files;
    }

    /**
     * Writes one set of files with errors among its records and in its sheets.
     *
     * @param records made anew whenever asked
     * @param sequence 連番 of the set
     */
    public Path writeSet(Supplier<Records> records, double rate, int sequence) throws IOException {
        return RecordSets.write(folder, records, sequence, clean -> {
            String file =
                    FileName.of(clean.control(0), sequence, Form.CSV).set().toString();
            return clean.with(new Planter(
                    clean,
                    Form.CSV,
                    kinds(clean, true),
                    rate,
                    planted -> note(file, planted.position() + FIRST_DATA_RECORD, planted.id(), planted.item())));
        });
    }

    private static List<? extends Plant> kinds(Records records, boolean asSet) {
        return records.layout().equals(M01Rows.LAYOUT)
                ? PersonPlant.in(records.type())
                : RecordPlant.of(records.layout(), records.type(), asSet);
    }

    /** Where a record of a run stands once it is split into files. */
    private record Position(String file, int number) {
        static Position of(Records records, Planter.Planted planted, Form form) {
            int sequence = planted.position() / records.fileAtMost(form) + 1;
            int number = planted.position() % records.fileAtMost(form) + FIRST_DATA_RECORD;
            return new Position(FileName.of(records.control(0), sequence, form).toString(), number);
        }
    }

    /**
     * Writes one more file of the day, which names keys that the day's files deleted: E2103 and W2202 by turns.
     *
     * @param sequence 連番 of the file
     */
    public List<Path> writeAfterDeletion(DailyPlan plan, int sequence) throws IOException {
        Records records = Records.afterDeletion(plan, AFTER_DELETION);
        for (int i = 0; i < records.count(); i++) {
            ErrorId id = i % 2 == 0 ? ErrorId.E2103 : ErrorId.W2202;
            note(FileName.of(records.control(0), sequence, form).toString(), i + FIRST_DATA_RECORD, id, "");
        }
        return MunicipalFiles.write(folder, records, form, sequence, written -> {});
    }

    @Override
    public void close() throws IOException {
        list.close();
    }

    private void note(String file, int number, ErrorId id, String item) {
        try {
            list.write(file + "," + number + "," + id + "," + item + "\r\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Adds to these lines what makes a column too many (CSV) or no JSON. No value holds a line feed. */
    private void breakLines(Path file, Set<Integer> numbers) throws IOException {
        Path broken = file.resolveSibling(file.getFileName() + ".broken");
        try (BufferedReader in = Files.newBufferedReader(file);
                Writer out = Files.newBufferedWriter(broken)) {
            int number = 0;
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                number++;
                out.write(line);
                out.write(numbers.contains(number) ? "," : "");
                out.write(form == Form.CSV ? "\r\n" : "\n");
            }
        }
        Files.move(broken, file, StandardCopyOption.REPLACE_EXISTING);
    }
}
