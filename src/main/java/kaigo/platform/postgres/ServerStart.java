package kaigo.platform.postgres;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** One attempt to start the server process, and the reason if the server refuses. */
final class ServerStart {
    private final PostgresSettings settings;
    private final Cluster cluster;
    private final String walCompression;
    private final String socketFolder;

    ServerStart(PostgresSettings settings, Cluster cluster) throws IOException {
        this.settings = settings;
        this.cluster = cluster;
        this.walCompression = cluster.bestWalCompression();
        this.socketFolder = cluster.folder()
                .socketFolder(cluster.account())
                .map(Path::toString)
                .orElse("");
    }

    /** The process of a server that may be up soon; what it wrote to the log since then explains a refusal. */
    record Attempt(ProcessHandle process, Path log, long logStart) {
        Refusal refusal() throws IOException {
            process.onExit().join();
            try (var file = new RandomAccessFile(log.toFile(), "r")) {
                file.seek(logStart);
                byte[] written = new byte[(int) Math.min(file.length() - logStart, 1 << 16)];
                file.readFully(written);
                return new Refusal(new String(written, StandardCharsets.UTF_8));
            }
        }
    }

    record Refusal(String words) {
        /** An orphan of the former server is still there; it will end. */
        boolean passing() {
            return words.contains("pre-existing shared memory block") || words.contains("\"postmaster.pid\" already");
        }

        boolean portTaken() {
            return words.contains("could not bind") || words.contains("could not create any TCP/IP sockets");
        }

        PostgresUnavailable asError() {
            String last = words.lines()
                    .filter(line -> line.contains("FATAL") || line.contains("PANIC"))
                    .collect(Collectors.joining("; "));
            return new PostgresUnavailable(
                    "データベースが起動しません。server.log を確認してください。",
                    "The database doesn't start; see server.log: " + (last.isEmpty() ? words.strip() : last));
        }
    }

    Attempt begin(int port) throws IOException {
        Path log = cluster.folder().log();
        cluster.folder().keepLogSmall();
        createPrivately(log);
        // a session of its own: Ctrl-C in our terminal must reach us only, we stop the server ourselves
        List<String> command = new ArrayList<>(List.of("setsid"));
        List<String> server = new ArrayList<>(List.of(
                cluster.binaries().program("postgres"),
                "-D",
                cluster.folder().pgdata().toString()));
        server.addAll(ServerOptions.arguments(settings, port, socketFolder, walCompression));
        command.addAll(cluster.account().command(server));
        long logStart = Files.size(log);
        Process process = Command.builder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        process.getOutputStream().close();
        return new Attempt(process.toHandle(), log, logStart);
    }

    private static void createPrivately(Path log) throws IOException {
        if (!Files.exists(log)) {
            var mode = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
            Files.newByteChannel(log, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), mode)
                    .close();
        }
    }
}
