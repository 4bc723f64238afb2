package kaigo.platform.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kaigo.TestDatabase;
import kaigo.keys.RolePasswords;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the server is and demands. How it survives is in {@link PostgresSurvivalTest}. */
class PostgresServerTest extends ServerFixture {
    @Test
    void the_packed_server_is_unpacked_once_and_answers() throws Exception {
        var packed = PostgresSettings.durable(data);
        try (var server = start(packed)) {
            assertThat(ask(server, "SHOW server_version")).startsWith("18.6");
            assertThat(data.resolve("postgres/binaries/18.6.0/lib/libpq.so.5")).isSymbolicLink();
        }
        Path marker = Files.createFile(data.resolve("postgres/binaries/18.6.0/marker"));
        start(packed).close();
        assertThat(marker).exists();
    }

    @Test
    void settings_that_keep_data_safe_and_personal_values_out_of_the_log_are_on() throws Exception {
        try (var server = start()) {
            for (var expected : Map.of(
                            "fsync", "on",
                            "full_page_writes", "on",
                            "synchronous_commit", "on",
                            "data_checksums", "on",
                            "password_encryption", "scram-sha-256",
                            "listen_addresses", "127.0.0.1",
                            "log_timezone", "UTC",
                            "server_encoding", "UTF8",
                            "lc_collate", "C",
                            "jit", "off")
                    .entrySet()) {
                String question = expected.getKey().equals("lc_collate")
                        ? "SELECT datcollate FROM pg_database WHERE datname = 'kiban'"
                        : "SHOW " + expected.getKey();
                assertThat(ask(asApplication(server), question))
                        .as(expected.getKey())
                        .isEqualTo(expected.getValue());
            }
            assertThat(ask(asSuperuser(server), "SELECT string_agg(DISTINCT auth_method, ',') FROM pg_hba_file_rules"))
                    .isEqualTo("scram-sha-256");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"fsync", "full_page_writes", "synchronous_commit"})
    void a_durable_server_with_a_weakened_setting_is_refused_and_stopped(String setting) throws Exception {
        assertThatThrownBy(() -> start(settings(true, Map.of(setting, "off"))))
                .isInstanceOf(PostgresUnavailable.class)
                .hasMessageContaining(setting);
        assertThat(data.resolve("postgres/pgdata/postmaster.pid")).doesNotExist();
    }

    @Test
    void a_weakened_setting_kept_inside_the_database_is_refused_too() throws Exception {
        try (var server = start();
                var connection = asSuperuser(server);
                var statement = connection.createStatement()) {
            statement.execute("ALTER ROLE kiban_app SET synchronous_commit = off");
        }
        assertThatThrownBy(this::start)
                .isInstanceOf(PostgresUnavailable.class)
                .hasMessageContaining("synchronous_commit");
    }

    @Test
    void a_server_for_tests_runs_without_fsync() throws Exception {
        try (var server = start(settings(false, Map.of("work_mem", "1MB")))) {
            assertThat(ask(server, "SHOW fsync")).isEqualTo("off");
            assertThat(ask(server, "SHOW work_mem")).isEqualTo("1MB");
        }
    }

    @Test
    void the_application_may_use_temporary_tables_but_not_make_tables_schemas_databases_or_roles() throws Exception {
        try (var server = start();
                var connection = asApplication(server);
                var statement = connection.createStatement()) {
            statement.execute("CREATE TEMPORARY TABLE staging (a int)");
            for (String forbidden :
                    new String[] {"CREATE TABLE t (a int)", "CREATE SCHEMA s", "CREATE DATABASE d", "CREATE ROLE r"}) {
                assertThatThrownBy(() -> statement.execute(forbidden))
                        .as(forbidden)
                        .isInstanceOf(SQLException.class)
                        .extracting(failure -> ((SQLException) failure).getSQLState())
                        .isEqualTo("42501");
            }
        }
    }

    @Test
    void no_role_but_the_owner_may_create_in_the_database_and_none_is_superuser() throws Exception {
        try (var server = start(settings(false, Map.of()))) {
            assertThat(ask(
                            asSuperuser(server),
                            "SELECT string_agg(rolname, ',' ORDER BY rolname) FROM pg_roles WHERE rolname LIKE 'kiban%'"
                                    + " AND (rolsuper OR rolcreatedb OR rolcreaterole OR rolreplication)"))
                    .isEqualTo("kiban_super");
            assertThat(rolesWith(server, "'kiban', 'CREATE'")).isEqualTo("kiban_owner,kiban_super");
            assertThat(rolesWith(server, "'kiban', 'TEMPORARY'")).isEqualTo("kiban_app,kiban_owner,kiban_super");
            assertThat(rolesWith(server, "'kiban', 'CONNECT'"))
                    .isEqualTo("kiban_app,kiban_auditor,kiban_owner,kiban_super");
            assertThat(rolesWith(server, "'postgres', 'CONNECT'")).isEqualTo("kiban_super");
        }
    }

    private static String rolesWith(PostgresServer server, String privilege) throws SQLException {
        return ask(
                asSuperuser(server),
                "SELECT string_agg(rolname, ',' ORDER BY rolname) FROM pg_roles WHERE rolname LIKE 'kiban%'"
                        + " AND has_database_privilege(rolname, " + privilege + ")");
    }

    @Test
    void a_wrong_password_is_refused() throws Exception {
        try (var server = start(settings(false, Map.of()))) {
            for (String role : List.of("kiban_super", "kiban_owner", "kiban_app", "kiban_auditor")) {
                assertThatThrownBy(() -> connect(server, role, "wrong"))
                        .as(role)
                        .isInstanceOf(SQLException.class)
                        .extracting(failure -> ((SQLException) failure).getSQLState())
                        .isEqualTo("28P01");
            }
        }
    }

    @Test
    void data_and_port_survive_a_restart() throws Exception {
        String url;
        try (var server = start()) {
            run(server, "CREATE TABLE kept AS SELECT 7 AS a");
            url = server.jdbcUrl();
        }
        try (var server = start()) {
            assertThat(ask(server, "SELECT a FROM kept")).isEqualTo("7");
            assertThat(server.jdbcUrl()).isEqualTo(url);
        }
    }

    @Test
    void new_passwords_are_set_at_the_next_start_the_superusers_too() throws Exception {
        start(settings(false, Map.of())).close();
        var other = new RolePasswords("other's", "other2", "other3", "other4");
        try (var server = PostgresServer.start(settings(false, Map.of()), other, progress::add)) {
            assertThat(ask(connect(server, "kiban_super", "other's"), "SELECT 1"))
                    .isEqualTo("1");
            assertThat(ask(connect(server, "kiban_auditor", "other4"), "SELECT 1"))
                    .isEqualTo("1");
            assertThatThrownBy(() -> asApplication(server)).isInstanceOf(SQLException.class);
        }
    }

    @Test
    void personal_values_in_failing_statements_and_crashed_backends_stay_out_of_the_log() throws Exception {
        try (var server = start(settings(false, Map.of()))) {
            assertThatThrownBy(() -> ask(server, "SELECT 'canary-in-a-value'::int"))
                    .isInstanceOf(SQLException.class);
            assertThatThrownBy(
                            () -> ask(server, "SELECT pg_terminate_backend(pg_backend_pid()), 'canary-in-a-statement'"))
                    .isInstanceOf(SQLException.class);
            run(server, "CREATE TABLE once (a text PRIMARY KEY)");
            run(server, "INSERT INTO once VALUES ('canary-in-a-key')");
            assertThatThrownBy(() -> run(server, "INSERT INTO once VALUES ('canary-in-a-key')"))
                    .isInstanceOf(SQLException.class);
        }
        assertThat(Files.readString(data.resolve("postgres/server.log")))
                .contains("database system is shut down")
                .doesNotContain("canary");
    }

    @Test
    void a_second_holder_of_the_data_folder_is_refused() throws Exception {
        try (var server = start()) {
            assertThatThrownBy(this::start)
                    .isInstanceOf(PostgresUnavailable.class)
                    .hasMessageContaining(data.toString())
                    .hasMessageContaining("--data");
            assertThat(ask(server, "SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void a_folder_that_the_database_user_cannot_enter_is_named_in_the_refusal() throws Exception {
        Path closed = Files.createDirectories(data.resolve("closed"));
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rw-------"));
        assertThatThrownBy(() ->
                        start(PostgresSettings.durable(closed.resolve("data")).withBin(Optional.of(bin()))))
                .isInstanceOf(PostgresUnavailable.class)
                .hasMessageContaining(closed.toString())
                .hasMessageContaining("--data")
                .message()
                .matches("(?s)[^\n]*[ぁ-ん][^\n]*\n[\\x00-\\x7f]*");
    }

    @Test
    void a_folder_too_deep_for_a_socket_is_served_on_loopback_only() throws Exception {
        Path deep = data.resolve("d".repeat(100));
        try (var server = start(new PostgresSettings(deep, false, Map.of(), Optional.of(bin())))) {
            assertThat(ask(asSuperuser(server), "SHOW unix_socket_directories")).isEmpty();
        }
        try (var server = start(settings(false, Map.of()))) {
            assertThat(ask(asSuperuser(server), "SHOW unix_socket_directories"))
                    .isEqualTo(data.toRealPath().resolve("postgres/socket").toString());
        }
    }

    @Test
    void files_of_the_server_are_closed_to_others_and_hold_no_password() throws Exception {
        start(settings(false, Map.of())).close();
        assertThat(mode("postgres/pgdata")).isEqualTo("rwx------");
        assertThat(mode("postgres/server.log")).isEqualTo("rw-------");
        assertThat(data.resolve("postgres/pwfile")).doesNotExist();
        assertThat(TestDatabase.PASSWORDS.toString()).doesNotContain("test-");
    }

    private String mode(String path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve(path)));
    }
}
