package kaigo.platform.postgres;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Consumer;
import kaigo.keys.RolePasswords;

/** The first talk with the server of this run: adopted or started, let in, roles made, durability proved. */
record FirstContact(
        PostgresSettings settings,
        Cluster cluster,
        Launcher launcher,
        RolePasswords passwords,
        Consumer<String> progress) {

    Postmaster make() throws IOException, SQLException {
        Optional<Postmaster> running = launcher.findRunning();
        if (running.isPresent()) {
            return adopted(running.get());
        }
        Postmaster started = launcher.launch();
        try {
            started = letIn(started);
            settle(started);
            return started;
        } catch (SQLException | RuntimeException failure) {
            started.stop();
            throw failure;
        }
    }

    private Postmaster adopted(Postmaster running) throws SQLException {
        if (!superuserAccepted(running)) {
            throw new PostgresUnavailable(
                    "データフォルダーで動いているデータベースが、鍵ファイルのパスワードを受け付けません。それを止めてから起動してください。",
                    "A database runs on this data folder but refuses the password of our key file. Stop it (process "
                            + running.process().pid() + ") and start again.");
        }
        settle(running);
        progress.accept("動いていたデータベースを引き継ぎました。 / Took over the running database.");
        return running;
    }

    private Postmaster letIn(Postmaster started) throws IOException, SQLException {
        if (superuserAccepted(started)) {
            return started;
        }
        started.stop();
        cluster.resetSuperuserPassword(passwords.superuser());
        return launcher.launch();
    }

    private boolean superuserAccepted(Postmaster server) throws SQLException {
        return Connections.accepted(server.port(), "postgres", Cluster.SUPERUSER, passwords.superuser());
    }

    private void settle(Postmaster server) throws SQLException {
        Roles.establish(server.port(), passwords);
        if (settings.durable()) {
            DurabilityCheck.demand(server.port(), passwords);
        }
    }
}
