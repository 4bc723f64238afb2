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
import java.util.function.BiConsumer;
import kaigo.insured.load.PersonTarget;
import kaigo.layout.CheckOptions;
import kaigo.layout.DuplicateKeys;
import kaigo.layout.Form;
import kaigo.layout.ReadOptions;
import kaigo.layout.RecordChecker;
import kaigo.layout.RecordFile;
import kaigo.layout.Row;
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
        check(new ByteArrayInputStream(file), rows::add);
        return rows;
    }

    static List<Row> checked(Records records) {
        return checked(bytes(records, Form.CSV));
    }

    /** Every finding of the file: 連番 and id. */
    static List<String> findings(Path file) {
        List<String> findings = new ArrayList<>();
        forEach(file, (row, id) -> findings.add(file.getFileName() + "," + row.number() + "," + id));
        return findings;
    }

    private static void forEach(Path file, BiConsumer<Row, String> each) {
        try (InputStream in = Files.newInputStream(file)) {
            check(in, row -> row.findings().list().forEach(f -> each.accept(row, f.id() + "," + itemOf(f.item()))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String itemOf(String item) {
        return item == null ? "" : item;
    }

    private static void check(InputStream in, java.util.function.Consumer<Row> each) {
        try (RecordFile file = RecordFile.open(in, ReadOptions.standard())) {
            RecordChecker checker = new RecordChecker(
                    file.layout(), CheckOptions.of(file.control(), List.of(PersonTarget.TARGET.rule())));
            DuplicateKeys keys = new DuplicateKeys(file.layout());
            for (Row row = file.next(); row != null; row = file.next()) {
                checker.check(row);
                keys.check(row);
                each.accept(row);
            }
        }
    }
}
