package kaigo.platform.postgres;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who the server runs as: PostgreSQL refuses root, so root lends it an account of its own; else the caller. */
final class ServerAccount {
    private static final String NAME = "kiban-db";
    private static final Path ONE_AT_A_TIME = Path.of("/run/kiban-db.lock");

    private final String name;
    private final boolean lent;

    private ServerAccount(String name, boolean lent) {
        this.name = name;
        this.lent = lent;
    }

    static ServerAccount current() {
        return current(NAME);
    }

    static ServerAccount current(String name) {
        boolean root = weAreRoot();
        if (root && !exists(name)) {
            make(name);
        }
        return new ServerAccount(name, root);
    }

    /** Programs that start at once on a fresh machine: two calls of useradd at once can spoil each other's group. */
    private static synchronized void make(String name) {
        try (var file = FileChannel.open(ONE_AT_A_TIME, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var held = file.lock()) {
            if (exists(name)) {
                return;
            }
            var made = Command.run(List.of(
                    "useradd", "--system", "--user-group", "--no-create-home", "--shell", "/usr/sbin/nologin", name));
            if (!exists(name)) {
                throw new IOException(made.output());
            }
        } catch (IOException failure) {
            throw new PostgresUnavailable(
                    "データベース用の利用者 " + name + " を作れません。root 以外で起動するか、先に作ってください。",
                    "Can't create the system user " + name + " for the database (" + failure.getMessage()
                            + "). Start as another user than root, or create it first.",
                    failure);
        }
    }

    /** The command as it must be called so that the process runs under this account. The process id stays the same. */
    List<String> command(List<String> words) {
        if (!lent) {
            return words;
        }
        var whole = new ArrayList<>(List.of("setpriv", "--reuid=" + name, "--regid=" + name, "--clear-groups", "--"));
        whole.addAll(words);
        return whole;
    }

    void own(Path path) throws IOException {
        if (!lent) {
            return;
        }
        var lookup = path.getFileSystem().getUserPrincipalLookupService();
        Files.setOwner(path, lookup.lookupPrincipalByName(name));
        var view = Files.getFileAttributeView(path, PosixFileAttributeView.class);
        view.setGroup(lookup.lookupPrincipalByGroupName(name));
    }

    /** Refuses a folder that the account can't enter, and names the one on the way that stands in between. */
    void mustReach(Path folder) {
        for (Path step = folder.getRoot(); step != null; step = next(step, folder)) {
            if (!Command.run(command(List.of("test", "-x", step.toString()))).ok()) {
                String who = lent ? name : System.getProperty("user.name");
                throw new PostgresUnavailable(
                        "データベースの利用者 " + who + " はフォルダー " + step + " に入れません。--data で別の場所を指定してください。",
                        "The database user " + who + " can't enter the folder " + step
                                + ". Choose another place with --data.");
            }
        }
    }

    private static @Nullable Path next(Path step, Path end) {
        return step.equals(end) ? null : end.getRoot().resolve(end.subpath(0, step.getNameCount() + 1));
    }

    /** User and group: the name of the group is asked for, which fails as long as either is missing. */
    private static boolean exists(String name) {
        return Command.run(List.of("id", "--group", "--name", name)).ok();
    }

    private static boolean weAreRoot() {
        try {
            return Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
        } catch (IOException noProc) {
            throw new PostgresUnavailable(
                    "組込みデータベースは Linux でだけ動きます。", "The embedded database runs on Linux only.", noProc);
        }
    }
}
