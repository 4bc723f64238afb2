package kaigo.platform.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.jspecify.annotations.Nullable;

/** The PostgreSQL programs: an installed folder, or the packed ones, unpacked once below the data folder. */
record Binaries(Path folder) {
    static final String VERSION = "18.6.0";
    private static final String PACKED = "/postgres-linux-x86_64.txz";

    static Binaries unpacked(Path binaries) throws IOException {
        Path complete = binaries.resolve(VERSION);
        if (!Files.isDirectory(complete)) {
            Path beside = binaries.resolve(VERSION + ".unpacking");
            deleteTree(beside);
            Files.createDirectories(beside);
            unpackTo(beside);
            // a folder that bears the final name must be whole even after a power cut
            Command.run(List.of("sync", "-f", beside.toString()));
            Files.move(beside, complete, StandardCopyOption.ATOMIC_MOVE);
        }
        return new Binaries(complete.resolve("bin"));
    }

    String program(String name) {
        return folder.resolve(name).toString();
    }

    /** Refuses programs that can't run here (missing, another processor, a folder mounted noexec). */
    void mustRun(ServerAccount account) {
        var outcome = Command.run(account.command(List.of(program("postgres"), "--version")));
        if (!outcome.ok()) {
            throw new PostgresUnavailable(
                    "PostgreSQL を実行できません: " + program("postgres"),
                    "Can't run PostgreSQL: " + program("postgres") + ": " + outcome.output());
        }
    }

    static void deleteTree(Path top) {
        if (!Files.exists(top)) {
            return;
        }
        try {
            Files.walkFileTree(top, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.delete(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure)
                        throws IOException {
                    Files.delete(folder);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void unpackTo(Path target) throws IOException {
        try (InputStream packed = Binaries.class.getResourceAsStream(PACKED)) {
            if (packed == null) {
                throw new PostgresUnavailable(
                        "組込みの PostgreSQL が見つかりません。", "The packed PostgreSQL is missing from the class path.");
            }
            var tar = new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(packed)));
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                place(entry, tar, target);
            }
        }
    }

    private static void place(TarArchiveEntry entry, InputStream content, Path target) throws IOException {
        Path path = target.resolve(entry.getName()).normalize();
        if (!path.startsWith(target)) {
            throw new IOException("entry outside the folder: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(path);
            return;
        }
        Files.createDirectories(path.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(content, path);
        boolean executable = (entry.getMode() & 0100) != 0;
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
    }
}
