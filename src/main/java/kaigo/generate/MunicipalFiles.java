package kaigo.generate;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import kaigo.layout.Control;
import kaigo.layout.FileName;
import kaigo.layout.Form;
import kaigo.layout.RecordWriter;

/** 連携ファイル of a municipality, written record by record: into a folder, split at the limit, or into one stream. */
public final class MunicipalFiles {
    /** Data records of one file at most (issue note "interface" 9.9; proposed, ours). */
    public static final int FILE_AT_MOST = 100_000;

    private static final int BUFFER = 256 * 1024;

    private MunicipalFiles() {}

    /**
     * Writes the records into as many files as they need, with running 連番; existing files of the same name are replaced.
     *
     * @param written hears now and then how many records are written
     * @return the files, in order; none if there are no records
     */
    public static List<Path> write(Path folder, Records records, Form form, IntConsumer written) throws IOException {
        return write(folder, records, form, 1, written);
    }

    static List<Path> write(Path folder, Records records, Form form, int firstSequence, IntConsumer written)
            throws IOException {
        Files.createDirectories(folder);
        List<Path> files = new ArrayList<>();
        int most = records.fileAtMost(form);
        for (int done = 0; done < records.count(); done += most) {
            int size = Math.min(most, records.count() - done);
            Control control = records.control(size);
            Path file = folder.resolve(
                    FileName.of(control, firstSequence + files.size(), form).toString());
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), BUFFER)) {
                write(out, records, control, form);
            }
            files.add(file);
            written.accept(done + size);
        }
        return files;
    }

    /** Writes all records as one file, however many they are, and closes the stream. */
    public static void write(OutputStream out, Records records, Form form) {
        write(out, records, records.control(records.count()), form);
    }

    private static void write(OutputStream out, Records records, Control control, Form form) {
        try (RecordWriter writer = RecordWriter.open(out, form, control, records.layout())) {
            for (int i = 0; i < control.dataCount(); i++) {
                writer.write(records.rows().next());
            }
        }
    }
}
