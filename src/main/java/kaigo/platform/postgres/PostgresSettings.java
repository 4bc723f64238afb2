package kaigo.platform.postgres;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * 組込みデータベースの設定: where the server keeps its data and how it runs (proposed, ours).
 *
 * @param dataFolder the program's data folder; the server lives in its sub-folder {@code postgres}
 * @param durable false only in tests: fsync and its kin are off then
 * @param extra server settings that replace ours; they can't weaken a durable server, which is checked after the start
 * @param binFolder programs of an installed PostgreSQL 15 to 18; empty takes the packed ones
 */
public record PostgresSettings(Path dataFolder, boolean durable, Map<String, String> extra, Optional<Path> binFolder) {
    public PostgresSettings {
        dataFolder = dataFolder.toAbsolutePath().normalize();
        extra = Map.copyOf(extra);
    }

    public static PostgresSettings durable(Path dataFolder) {
        return new PostgresSettings(dataFolder, true, Map.of(), Optional.empty());
    }

    public static PostgresSettings forTests(Path dataFolder) {
        return new PostgresSettings(dataFolder, false, Map.of(), Optional.empty());
    }

    public PostgresSettings withBin(Optional<Path> folder) {
        return new PostgresSettings(dataFolder, durable, extra, folder);
    }
}
