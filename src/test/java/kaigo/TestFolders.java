package kaigo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.UUID;

/** Folders below java.io.tmpdir that the database's own user can enter (JUnit's @TempDir can't be, for root). */
public final class TestFolders {
    private TestFolders() {}

    public static Path create(String prefix) {
        Path folder = Path.of(System.getProperty("java.io.tmpdir"), prefix + "-" + UUID.randomUUID());
        try {
            Files.createDirectory(folder);
            return Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public static void delete(Path folder) {
        try (var all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
