package kaigo.generate;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipOutputStream;
import kaigo.layout.Control;
import kaigo.layout.Row;
import kaigo.shared.YyyyMmDd;

/** 索引が示す PDF: what goes before the records of M11 and M12. */
public final class GeneratedDocuments {
    private static final List<String> INDEXES = List.of("M11", "M12");

    /** An archive takes 500 entries. */
    private static final int ARCHIVE_AT_MOST = 400;

    private GeneratedDocuments() {}

    /** Whether each record of the interface names a document. */
    public static boolean areNamedBy(String interfaceId) {
        return INDEXES.contains(interfaceId);
    }

    /** The document that a record names, as it was made. */
    public static byte[] of(Row row) {
        return pdf(row).bytes();
    }

    private static FictitiousPdf pdf(Row row) {
        return row.layout().interfaceId().equals("M11") ? MeetingRows.pdf(row) : FormRows.pdf(row);
    }

    /**
     * Writes the documents of these records, a ZIP for every 400. Their names begin with the insurer's number: in the order of
     * their names they come before the files that name them.
     */
    public static List<Path> write(Path folder, Control control, Collection<Row> rows) throws IOException {
        Map<String, byte[]> documents = new LinkedHashMap<>();
        for (Row row : rows) {
            FictitiousPdf pdf = pdf(row);
            documents.put(pdf.sha256().substring(0, 11) + ".pdf", pdf.bytes());
        }
        Files.createDirectories(folder);
        List<Path> archives = new ArrayList<>();
        List<Map.Entry<String, byte[]>> named = List.copyOf(documents.entrySet());
        for (int from = 0; from < named.size(); from += ARCHIVE_AT_MOST) {
            Path archive = folder.resolve(name(control, archives.size() + 1));
            try (ZipOutputStream zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(archive)))) {
                for (var one : named.subList(from, Math.min(named.size(), from + ARCHIVE_AT_MOST))) {
                    RecordSets.put(zip, one.getKey(), one.getValue());
                }
            }
            archives.add(archive);
        }
        return archives;
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
