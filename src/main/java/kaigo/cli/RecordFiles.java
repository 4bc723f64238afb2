package kaigo.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import kaigo.layout.Control;
import kaigo.layout.FileName;
import kaigo.layout.Form;
import kaigo.layout.Layout;
import kaigo.layout.Limits;
import kaigo.layout.ProcessingType;
import kaigo.layout.RecordWriter;
import kaigo.layout.Row;
import org.jspecify.annotations.Nullable;

/** 書き出すファイル: a known number of records, in as many files as the limit asks for, under their right names. */
final class RecordFiles implements AutoCloseable {

    private final Path folder;
    private final Form form;
    private final Layout layout;
    private final Head head;
    private final List<Path> files = new ArrayList<>();
    private int left;
    private int leftInFile;
    private @Nullable RecordWriter writer;

    /** What the control records of all files have in common. */
    record Head(
            String interfaceId,
            String insurerNumber,
            ProcessingType process,
            LocalDate day,
            LocalDateTime createdAt,
            String sender) {}

    RecordFiles(Path folder, Form form, Layout layout, Head head, int records) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.form = form;
        this.layout = layout;
        this.head = head;
        this.left = records;
    }

    void write(Row row) {
        if (leftInFile == 0) {
            next();
        }
        if (writer == null) {
            throw new IllegalStateException("more records than announced");
        }
        writer.write(row);
        leftInFile--;
        left--;
    }

    private void next() {
        close();
        leftInFile = Math.min(left, Limits.standard().records());
        Control control = new Control(
                head.interfaceId(),
                layout.version(),
                head.insurerNumber(),
                head.process(),
                head.day(),
                head.createdAt(),
                leftInFile,
                head.sender());
        Path file = folder.resolve(FileName.of(control, files.size() + 1, form).toString());
        try {
            writer = RecordWriter.open(
                    new BufferedOutputStream(Files.newOutputStream(file), 1 << 18), form, control, layout);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        files.add(file);
    }

    List<Path> files() {
        return files;
    }

    @Override
    public void close() {
        if (writer != null) {
            writer.close();
            writer = null;
        }
    }
}
