package kaigo.cli;

import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kaigo.TestDatabase;
import kaigo.TestFolders;
import kaigo.certificates.CertificateFolder;
import kaigo.certificates.Validity;
import kaigo.keys.KeyRing;
import kaigo.platform.DatabaseAddress;
import kaigo.platform.Installation;
import picocli.CommandLine;

/** An operator's installation: a database, a data folder and real keys of its own, told by an environment. */
final class OwnInstallation implements AutoCloseable {

    final Path folder = TestFolders.create("kiban-test-serve");
    final Path data = folder.resolve("data");
    final Path keyFile = folder.resolve("keys.properties");
    final Map<String, String> environment = new HashMap<>();
    String out = "";
    String err = "";

    private final String server;
    private final String name = "kiban_" + UUID.randomUUID().toString().replace("-", "");
    private final String url;

    OwnInstallation() throws Exception {
        this(TestDatabase.server().jdbcUrl());
    }

    /** @param server address of any database of the server that is to hold ours */
    OwnInstallation(String server) throws Exception {
        Files.createDirectories(data);
        KeyRing.create(keyFile);
        CertificateFolder certificates = new CertificateFolder(data.resolve("certificates"));
        Validity year = Validity.days(Clock.systemUTC().instant(), 365);
        certificates.createAuthority("test authority", year);
        certificates.createServer(java.util.List.of("localhost"), year);
        this.server = server;
        asSuperuser(server, "create database " + name + " owner kiban_owner template template0 encoding 'UTF8'");
        asSuperuser(server, "grant connect, temporary on database " + name + " to kiban_app");
        asSuperuser(server, "grant connect on database " + name + " to kiban_auditor");
        url = server.replaceFirst("/kiban\\?", "/" + name + "?");
        environment.putAll(Map.of(
                "KIBAN_DATABASE_URL", url,
                "KIBAN_OWNER_USER", "kiban_owner",
                "KIBAN_OWNER_PASSWORD", TestDatabase.PASSWORDS.owner(),
                "KIBAN_APPLICATION_USER", "kiban_app",
                "KIBAN_APPLICATION_PASSWORD", TestDatabase.PASSWORDS.application(),
                "KIBAN_AUDITOR_PASSWORD", TestDatabase.PASSWORDS.auditor(),
                "KIBAN_DATA", data.toString(),
                "KIBAN_KEY_FILE", keyFile.toString(),
                "KIBAN_INTERMEDIATE_SERVER", "https://intermediate.example.jp/"));
    }

    void asSuperuser(String sql) throws SQLException {
        asSuperuser(url, sql);
    }

    private static void asSuperuser(String url, String sql) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(url, "kiban_super", TestDatabase.PASSWORDS.superuser());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Ends every connection to the database, and lets no new one in. */
    void cutOff() throws SQLException {
        asSuperuser(server, "alter database " + name + " with allow_connections false");
        asSuperuser(server, "select pg_terminate_backend(pid) from pg_stat_activity where datname = '" + name + "'");
    }

    void giveBack() throws SQLException {
        asSuperuser(server, "alter database " + name + " with allow_connections true");
    }

    DatabaseAddress database() {
        return new DatabaseAddress(
                url,
                new DatabaseAddress.Role("kiban_owner", TestDatabase.PASSWORDS.owner()),
                new DatabaseAddress.Role("kiban_app", TestDatabase.PASSWORDS.application()),
                new DatabaseAddress.Role("kiban_auditor", TestDatabase.PASSWORDS.auditor()));
    }

    Installation installation() {
        return new Installation(
                Installation.Mode.SERVE,
                data,
                database(),
                KeyRing.open(keyFile),
                Clock.systemUTC(),
                0,
                1,
                Optional.of(URI.create("https://127.0.0.1:1/")));
    }

    /** The exit code; what was printed stands in {@link #out} and {@link #err}. */
    int run(String... arguments) {
        return runWith("", arguments);
    }

    int runWith(String standardInput, String... arguments) {
        StringWriter printed = new StringWriter();
        StringWriter complained = new StringWriter();
        CommandLine commands = new Kiban(
                        environment, new ByteArrayInputStream(standardInput.getBytes(StandardCharsets.UTF_8)))
                .commands()
                .setOut(new PrintWriter(printed))
                .setErr(new PrintWriter(complained));
        int code = commands.execute(arguments);
        commands.getOut().flush();
        commands.getErr().flush();
        out = printed.toString();
        err = complained.toString();
        return code;
    }

    @Override
    public void close() {
        TestFolders.delete(folder);
    }
}
