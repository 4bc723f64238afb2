package kaigo.platform.postgres;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The server's folder below the data folder, claimed by one running program at a time. */
final class DataFolder implements AutoCloseable {
    private static final long LOG_LIMIT = 10L << 20;
    /** sockaddr_un holds 108 bytes with the final zero; the name of the socket is 15 and a slash. */
    private static final int LONGEST_SOCKET_FOLDER = 107 - 16;

    private final Path root;
    private final FileChannel lockFile;

    private DataFolder(Path root, FileChannel lockFile) {
        this.root = root;
        this.lockFile = lockFile;
    }

    static DataFolder claim(Path dataFolder) {
        Path wanted = dataFolder.resolve("postgres");
        try {
            if (!Files.isDirectory(wanted)) {
                Files.createDirectories(dataFolder);
                Files.createDirectory(
                        wanted, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx--x--x")));
            }
            // links resolved: the server reports its folder by the true path
            Path root = wanted.toRealPath();
            return new DataFolder(root, lock(root));
        } catch (IOException failure) {
            throw new PostgresUnavailable(
                    "データフォルダー " + dataFolder + " を使えません。--data で別の場所を指定してください。",
                    "Can't use the data folder " + dataFolder + " (" + failure + "). Choose another place with --data.",
                    failure);
        }
    }

    private static FileChannel lock(Path root) throws IOException {
        var file = FileChannel.open(root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (obtain(file) == null) {
            file.close();
            throw new PostgresUnavailable(
                    "データフォルダー " + root.getParent() + " は起動中の別のプログラムが使っています。それを止めるか、--data で別の場所を指定してください。",
                    "Another running program uses the data folder " + root.getParent()
                            + ". Stop it, or choose another place with --data.");
        }
        return file;
    }

    private static @Nullable FileLock obtain(FileChannel file) throws IOException {
        try {
            return file.tryLock();
        } catch (OverlappingFileLockException heldByThisProgram) {
            return null;
        }
    }

    Path root() {
        return root;
    }

    Path pgdata() {
        return root.resolve("pgdata");
    }

    Path log() {
        return root.resolve("server.log");
    }

    /** Empty where the path would be too long for a socket: the server then listens on loopback only. */
    Optional<Path> socketFolder(ServerAccount account) throws IOException {
        Path folder = root.resolve("socket");
        if (folder.toString().getBytes(StandardCharsets.UTF_8).length > LONGEST_SOCKET_FOLDER) {
            return Optional.empty();
        }
        makePrivate(folder, account);
        return Optional.of(folder);
    }

    static void makePrivate(Path folder, ServerAccount account) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectory(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
        account.own(folder);
    }

    /** The port of the last run if it is free, so that tools keep their settings; else any free one. */
    int choosePort() throws IOException {
        Path stored = root.resolve("port");
        if (Files.exists(stored)) {
            int port = Integer.parseInt(Files.readString(stored).strip());
            if (free(port)) {
                return port;
            }
        }
        return anyFreePort();
    }

    void rememberPort(int port) throws IOException {
        Path beside = root.resolve("port.new");
        Files.writeString(beside, port + "\n");
        Files.move(beside, root.resolve("port"), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Without claiming the folder. */
    static Optional<Integer> lastPort(Path dataFolder) {
        Path stored = dataFolder.resolve("postgres").resolve("port");
        try {
            return Files.exists(stored)
                    ? Optional.of(Integer.valueOf(Files.readString(stored).strip()))
                    : Optional.empty();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    static int anyFreePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static boolean free(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }

    void keepLogSmall() throws IOException {
        if (Files.exists(log()) && Files.size(log()) > LOG_LIMIT) {
            Files.move(log(), root.resolve("server.log.1"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    @Override
    public void close() {
        try {
            lockFile.close();
        } catch (IOException failure) {
            throw new PostgresUnavailable("データフォルダーを閉じられません。", "Can't close the data folder.", failure);
        }
    }
}
