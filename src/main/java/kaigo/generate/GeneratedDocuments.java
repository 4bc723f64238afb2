package kaigo.generate;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.ZipOutputStream;
import kaigo.layout.Control;
import kaigo.layout.Row;
import kaigo.shared.YyyyMmDd;

/** 索引が示す PDF: what goes before the records of M11 and M12. */
public final class GeneratedDocuments {

    /** An archive takes 500 entries. */
    private static final int ARCHIVE_AT_MOST = 400;

    private GeneratedDocuments() {}

    /** What becomes of a document. */
    public interface Keeper {
        void keep(byte[] pdf) throws IOException;
    }

    /** Hands over what the records name, if they name documents. Answers the records, to be read once more. */
    public static Records handIn(Records records, Keeper keeper) throws IOException {
        if (!areNamedBy(records)) {
            return records;
        }
        List<Row> rows = new ArrayList<>();
        records.rows().forEachRemaining(rows::add);
        for (Row row : rows) {
            keeper.keep(pdf(row).bytes());
        }
        return records.with(rows.iterator());
    }

    /**
     * The same into archives, one for every 400. Their names begin with the insurer's number: in the order of their names they
     * come before the files whose records name the documents.
     */
    public static Records write(Path folder, Records records, Consumer<Path> written) throws IOException {
        Map<String, byte[]> documents = new LinkedHashMap<>();
        Records again =
                handIn(records, pdf -> documents.put(FictitiousPdf.sha256(pdf).substring(0, 11) + ".pdf", pdf));
        Files.createDirectories(folder);
        List<Map.Entry<String, byte[]>> named = List.copyOf(documents.entrySet());
        for (int from = 0; from < named.size(); from += ARCHIVE_AT_MOST) {
            Path archive = folder.resolve(name(records.control(0), from / ARCHIVE_AT_MOST + 1));
            try (ZipOutputStream zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(archive)))) {
                for (var one : named.subList(from, Math.min(named.size(), from + ARCHIVE_AT_MOST))) {
                    RecordSets.put(zip, one.getKey(), one.getValue());
                }
            }
            written.accept(archive);
        }
        return again;
    }

    private static boolean areNamedBy(Records records) {
        return switch (records.layout().interfaceId()) {
            case "M11", "M12" -> true;
            default -> false;
        };
    }

    private static FictitiousPdf pdf(Row row) {
        return row.layout().interfaceId().equals("M11") ? MeetingRows.pdf(row) : FormRows.pdf(row);
    }

    private static String name(Control control, int part) {
        return "%s_%s_%s_PDF_%s_%03d.zip"
                .formatted(
                        control.insurerNumber(),
                        control.processingType().code(),
                        YyyyMmDd.format(control.baseDate()),
                        control.interfaceId(),
                        part);
    }
}
