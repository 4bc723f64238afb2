package kaigo.platform.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import kaigo.Await;
import kaigo.keys.RolePasswords;
import org.junit.jupiter.api.Test;

/** Every way in which the server, its processes or our own program may be killed. */
class PostgresSurvivalTest extends ServerFixture {
    @Test
    void a_killed_postmaster_comes_back_on_the_same_port_with_every_committed_row() throws Exception {
        try (var server = start()) {
            String url = server.jdbcUrl();
            long pid = server.postmasterPid();
            run(server, "CREATE TABLE kept AS SELECT generate_series(1, 1000) AS a");
            ProcessHandle.of(pid).orElseThrow().destroyForcibly();
            awaitBack(server, pid);
            assertThat(ask(server, "SELECT count(*) FROM kept")).isEqualTo("1000");
            assertThat(server.jdbcUrl()).isEqualTo(url);
            assertThat(progress).anyMatch(line -> line.contains("is back"));
        }
    }

    @Test
    void a_busy_backend_that_outlives_its_postmaster_does_not_keep_the_server_down() throws Exception {
        try (var server = start()) {
            long pid = server.postmasterPid();
            run(server, "CREATE TABLE kept AS SELECT 1 AS a");
            Thread busy = Thread.ofVirtual()
                    .start(() -> assertThatThrownBy(
                            () -> run(server, "DO $$ DECLARE n bigint := 0; BEGIN LOOP n := n + 1; END LOOP; END $$")));
            Await.until(
                    () -> ask(asSuperuser(server), "SELECT count(*) FROM pg_stat_activity WHERE query LIKE 'DO %'")
                            .equals("1"),
                    SOON);
            ProcessHandle.of(pid).orElseThrow().destroyForcibly();
            awaitBack(server, pid);
            assertThat(ask(server, "SELECT a FROM kept")).isEqualTo("1");
            busy.join();
        }
    }

    @Test
    void killed_backends_are_recovered_from() throws Exception {
        try (var server = start()) {
            run(server, "CREATE TABLE kept AS SELECT 1 AS a");
            ProcessHandle.of(server.postmasterPid()).orElseThrow().children().forEach(ProcessHandle::destroyForcibly);
            Await.until(() -> ask(server, "SELECT a FROM kept").equals("1"), SOON);
        }
    }

    @Test
    void a_postmaster_that_was_told_to_quit_comes_back() throws Exception {
        try (var server = start()) {
            long pid = server.postmasterPid();
            run(server, "CREATE TABLE kept AS SELECT 1 AS a");
            Command.run(List.of("sh", "-c", "kill -s QUIT " + pid));
            awaitBack(server, pid);
            assertThat(ask(server, "SELECT a FROM kept")).isEqualTo("1");
        }
    }

    @Test
    void a_server_whose_program_was_killed_can_be_ended_and_one_in_use_cannot() throws Exception {
        Process child = child();
        long pid = firstLine(child);
        assertThatThrownBy(() -> PostgresServer.endLeftBehind(data))
                .isInstanceOf(PostgresUnavailable.class)
                .hasMessageContaining("--data");
        assertThat(ProcessHandle.of(pid)).isPresent();
        child.destroyForcibly().waitFor();
        PostgresServer.endLeftBehind(data);
        assertThat(Residents.of(pgdata(), ServerAccount.current())).isEmpty();
    }

    @Test
    void a_server_whose_program_was_killed_is_adopted_and_watched() throws Exception {
        Process child = child();
        long pid = firstLine(child);
        assertThatThrownBy(this::start).isInstanceOf(PostgresUnavailable.class).hasMessageContaining("--data");
        child.destroyForcibly().waitFor();
        try (var server = start()) {
            assertThat(server.postmasterPid()).isEqualTo(pid);
            run(server, "CREATE TABLE kept AS SELECT 1 AS a");
            ProcessHandle.of(pid).orElseThrow().destroyForcibly();
            awaitBack(server, pid);
            assertThat(ask(server, "SELECT a FROM kept")).isEqualTo("1");
        }
        assertThat(Residents.of(pgdata(), ServerAccount.current())).isEmpty();
    }

    @Test
    void a_program_and_its_server_killed_together_leave_a_folder_that_starts() throws Exception {
        Process child = child();
        long pid = firstLine(child);
        child.destroyForcibly().waitFor();
        ProcessHandle.of(pid).orElseThrow().destroyForcibly();
        try (var server = start()) {
            assertThat(server.postmasterPid()).isNotEqualTo(pid);
            assertThat(ask(server, "SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void a_running_server_that_refuses_our_password_is_left_alone_and_named() throws Exception {
        Process child = child();
        long pid = firstLine(child);
        child.destroyForcibly().waitFor();
        var others = new RolePasswords("a", "b", "c", "d");
        assertThatThrownBy(() -> PostgresServer.start(settings(), others, progress::add))
                .isInstanceOf(PostgresUnavailable.class)
                .hasMessageContaining(String.valueOf(pid));
        try (var server = start()) {
            assertThat(server.postmasterPid()).isEqualTo(pid);
        }
    }

    @Test
    void a_pid_file_of_a_dead_process_is_no_hindrance() throws Exception {
        start().close();
        Process gone = new ProcessBuilder("true").start();
        gone.waitFor();
        leavePidFile(gone.pid(), Instant.now());
        try (var server = start()) {
            assertThat(ask(server, "SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void a_pid_file_whose_number_now_belongs_to_a_later_stranger_is_set_aside() throws Exception {
        start().close();
        Process stranger = new ProcessBuilder(ServerAccount.current().command(List.of("sleep", "600"))).start();
        leavePidFile(stranger.pid(), Instant.now().minus(Duration.ofHours(1)));
        try (var server = start()) {
            assertThat(ask(server, "SELECT 1")).isEqualTo("1");
            assertThat(stranger.isAlive()).isTrue();
            assertThat(data.resolve("postgres/postmaster.pid.old")).exists();
        } finally {
            stranger.destroyForcibly().waitFor(1, TimeUnit.MINUTES);
        }
    }

    @Test
    void an_initdb_that_was_killed_half_way_is_begun_again() throws Exception {
        Files.createDirectories(data.resolve("postgres/pgdata.new/base"));
        Files.writeString(data.resolve("postgres/pwfile"), "old");
        try (var server = start(settings(false, Map.of()))) {
            assertThat(ask(server, "SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void a_stored_port_that_is_taken_is_replaced() throws Exception {
        start(settings(false, Map.of())).close();
        int stored =
                Integer.parseInt(Files.readString(data.resolve("postgres/port")).strip());
        try (var taken = new java.net.ServerSocket(stored, 1, java.net.InetAddress.getLoopbackAddress());
                var server = start(settings(false, Map.of()))) {
            assertThat(taken.isBound()).isTrue();
            assertThat(server.jdbcUrl()).doesNotContain(":" + stored + "/");
        }
    }

    private static void awaitBack(PostgresServer server, long formerPid) {
        Await.until(
                () -> server.postmasterPid() != formerPid
                        && ask(server, "SELECT 1").equals("1"),
                SOON);
    }

    private Process child() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        ServerChild.class.getName(),
                        data.toString(),
                        bin().toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static long firstLine(Process child) throws IOException {
        BufferedReader reader = child.inputReader();
        return Long.parseLong(reader.readLine());
    }

    private Path pgdata() throws IOException {
        return data.toRealPath().resolve("postgres/pgdata");
    }

    private void leavePidFile(long pid, Instant startedAt) throws IOException {
        Path file = pgdata().resolve("postmaster.pid");
        Files.writeString(
                file,
                pid + "\n" + pgdata() + "\n" + startedAt.getEpochSecond() + "\n5432\n\n127.0.0.1\n 1 1\nready   \n",
                StandardOpenOption.CREATE_NEW);
        ServerAccount.current().own(file);
    }
}
