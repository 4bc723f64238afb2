package kaigo.platform.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The database cluster on disk: made by initdb, and what can be done to it while no server runs. */
record Cluster(DataFolder folder, Binaries binaries, ServerAccount account) {
    static final String SUPERUSER = "kiban_super";

    void createIfMissing(String superuserPassword, boolean durable) throws IOException {
        if (Files.isDirectory(folder.pgdata())) {
            return;
        }
        Path beside = folder.root().resolve("pgdata.new");
        Path passwordFile = folder.root().resolve("pwfile");
        Files.deleteIfExists(passwordFile);
        Binaries.deleteTree(beside);
        try {
            DataFolder.makePrivate(beside, account);
            writePrivately(passwordFile, superuserPassword);
            initdb(beside, passwordFile, durable);
        } finally {
            Files.deleteIfExists(passwordFile);
        }
        // initdb killed half way leaves nothing under the final name
        Files.move(beside, folder.pgdata(), StandardCopyOption.ATOMIC_MOVE);
    }

    private void writePrivately(Path file, String text) throws IOException {
        var mode = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        Files.newByteChannel(file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), mode)
                .close();
        account.own(file);
        Files.writeString(file, text + "\n");
    }

    private void initdb(Path target, Path passwordFile, boolean durable) {
        List<String> command = new ArrayList<>(List.of(
                binaries.program("initdb"),
                "--pgdata=" + target,
                "--username=" + SUPERUSER,
                "--pwfile=" + passwordFile,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--data-checksums"));
        if (!durable) {
            command.add("--no-sync");
        }
        var outcome = Command.run(account.command(command));
        if (!outcome.ok()) {
            throw new PostgresUnavailable(
                    "データベースを初期化できません: " + target, "Can't initialise the database: " + outcome.output());
        }
    }

    /** lz4 costs the least processor time, but not every build has it. */
    String bestWalCompression() {
        return accepts("wal_compression", "lz4") ? "lz4" : "pglz";
    }

    private boolean accepts(String name, String value) {
        return Command.run(account.command(List.of(
                        binaries.program("postgres"),
                        "-D",
                        folder.pgdata().toString(),
                        "-C",
                        name,
                        "-c",
                        name + "=" + value)))
                .ok();
    }

    /** For a new key file on an old data folder: the one way in without the old password. No server may run. */
    void resetSuperuserPassword(String password) {
        String sql = "ALTER ROLE " + SUPERUSER + " PASSWORD '" + password.replace("'", "''") + "'\n";
        var command = List.of(
                binaries.program("postgres"), "--single", "-D", folder.pgdata().toString(), "postgres");
        var outcome = Command.run(account.command(command), sql);
        if (!outcome.ok()) {
            throw new PostgresUnavailable(
                    "データベースのパスワードを設定できません。", "Can't set the database password (single-user mode failed).");
        }
    }
}
