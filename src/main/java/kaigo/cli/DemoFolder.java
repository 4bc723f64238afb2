package kaigo.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import kaigo.platform.postgres.PostgresServer;
import org.jspecify.annotations.Nullable;

/** The data folder of the demo: found, or emptied for a fresh start. */
final class DemoFolder {

    /** What tells our folder from any other: made by the first start. */
    private static final String MARK = "keys.json";

    private DemoFolder() {}

    /** As given, else {@code data} in the checkout, else below the current folder. */
    static Path locate(@Nullable Path given) {
        if (given != null) {
            return given.toAbsolutePath().normalize();
        }
        return Path.of(System.getProperty("kiban.home", "."))
                .toAbsolutePath()
                .normalize()
                .resolve("data");
    }

    /**
     * Deletes what an earlier demo left. A folder that no demo made, or beneath a running one, is left alone: better an error
     * than a loss.
     */
    static void empty(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        if (!Files.exists(folder.resolve(MARK)) && !isEmpty(folder)) {
            throw new IOException("このフォルダーはデモのデータではないため、消しません: " + folder);
        }
        PostgresServer.endLeftBehind(folder);
        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.delete(path);
            }
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.findAny().isEmpty();
        }
    }
}
