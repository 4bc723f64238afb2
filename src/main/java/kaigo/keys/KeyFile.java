package kaigo.keys;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;

/** 鍵ファイル on disk: properties, mode 0600, never half written. Its form is described in docs/keys.md. */
final class KeyFile {
    static final String FORMAT = "kiban-keys-1";
    private static final Set<PosixFilePermission> OWNER_ONLY =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private KeyFile() {}

    static Properties read(Path file) {
        try {
            if (!OWNER_ONLY.containsAll(Files.getPosixFilePermissions(file))) {
                throw new KeysUnusable(
                        "鍵ファイル " + file + " をほかの利用者が読めます。chmod 600 " + file + " を実行してください。",
                        "Others may read the key file " + file + ". Run: chmod 600 " + file);
            }
            var properties = new Properties();
            properties.load(new StringReader(Files.readString(file)));
            if (!FORMAT.equals(properties.getProperty("format"))) {
                throw new KeysUnusable(
                        "鍵ファイルではありません: " + file, "Not a key file (format=" + FORMAT + " is missing): " + file);
            }
            return properties;
        } catch (NoSuchFileException none) {
            throw new KeysUnusable("鍵ファイルがありません: " + file, "There is no key file: " + file);
        } catch (IOException | IllegalArgumentException failure) {
            throw new KeysUnusable(
                    "鍵ファイルを読めません: " + file,
                    "Can't read the key file: " + file + " ("
                            + failure.getClass().getSimpleName() + ")");
        }
    }

    /** False if a file of this name is there already, which then stays as it is. */
    static boolean create(Path file, Map<String, String> entries) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Path beside = writeBeside(file, entries);
            try {
                // unlike a rename, a link never replaces the file that another program made meanwhile
                Files.createLink(file, beside);
                syncFolder(file);
                return true;
            } catch (FileAlreadyExistsException already) {
                return false;
            } finally {
                Files.delete(beside);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static void replace(Path file, Map<String, String> entries) {
        try {
            Files.move(writeBeside(file, entries), file, StandardCopyOption.ATOMIC_MOVE);
            syncFolder(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Path writeBeside(Path file, Map<String, String> entries) throws IOException {
        Path beside = file.resolveSibling(file.getFileName() + "." + UUID.randomUUID());
        var text = new StringBuilder("""
                # 介護情報基盤 鍵ファイル。秘密です。データベースとその控えとは別の場所に保管してください。
                # Keys of this installation. Secret; keep apart from the database and its backups. See docs/keys.md
                """);
        text.append("format=").append(FORMAT).append('\n');
        entries.forEach(
                (name, value) -> text.append(name).append('=').append(value).append('\n'));
        var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (var channel = FileChannel.open(beside, options, PosixFilePermissions.asFileAttribute(OWNER_ONLY))) {
            var bytes = ByteBuffer.wrap(text.toString().getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        return beside;
    }

    static void syncFolder(Path file) throws IOException {
        try (var folder = FileChannel.open(file.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
            folder.force(true);
        }
    }
}
