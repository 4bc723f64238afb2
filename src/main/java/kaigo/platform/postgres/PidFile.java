package kaigo.platform.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What {@code postmaster.pid} says (PostgreSQL, miscadmin.h, LOCK_FILE_LINE_*).
 *
 * @param startedAt seconds since 1970
 * @param port 0 until the server listens
 */
record PidFile(long pid, Path folder, long startedAt, int port, boolean ready) {
    private static final int STATUS_LINE = 7;

    /** Empty also while the server is still writing it. */
    static Optional<PidFile> read(Path pgdata) throws IOException {
        List<String> lines;
        try {
            lines = Files.readAllLines(pgdata.resolve("postmaster.pid"));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        }
        if (lines.size() < 3) {
            return Optional.empty();
        }
        int port = lines.size() > 3 && !lines.get(3).isBlank()
                ? Integer.parseInt(lines.get(3).strip())
                : 0;
        boolean ready =
                lines.size() > STATUS_LINE && lines.get(STATUS_LINE).strip().equals("ready");
        return Optional.of(new PidFile(
                Long.parseLong(lines.get(0).strip()),
                Path.of(lines.get(1)),
                Long.parseLong(lines.get(2).strip()),
                port,
                ready));
    }
}
