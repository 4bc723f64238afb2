package kaigo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kaigo.Browser;
import kaigo.TestDatabase;
import kaigo.TestFolders;
import kaigo.platform.postgres.PostgresServer;
import kaigo.platform.postgres.PostgresSettings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** {@code serve} as an operator runs it: a program of its own, on a database that keeps what it confirms. */
class ServeProcessTest {

    private static final Pattern PLAIN = Pattern.compile("127\\.0\\.0\\.1:([0-9]+)");

    private static Path folder;
    private static PostgresServer database;
    private static OwnInstallation own;

    @BeforeAll
    static void prepare() throws Exception {
        folder = TestFolders.create("kiban-test-durable");
        database = PostgresServer.start(
                PostgresSettings.durable(folder).withBin(TestDatabase.binFolder()), TestDatabase.PASSWORDS, line -> {});
        own = new OwnInstallation(database.jdbcUrl());
        own.environment.put("KIBAN_PORT", "0");
    }

    @AfterAll
    static void end() {
        own.close();
        database.close();
        TestFolders.delete(folder);
    }

    @Test
    void it_serves_ends_when_asked_and_comes_back_after_a_kill() throws Exception {
        try (Program first = new Program()) {
            assertThat(new Browser(first.screens()).get("/sign-in").body())
                    .contains("サインイン")
                    .doesNotContain("tanto");
            assertThat(own.run("status")).as(own.out + own.err).isZero();
            first.process.destroy();
            assertThat(first.process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(first.complaints()).isEmpty();
        }
        assertThat(own.run("status")).isEqualTo(1);

        try (Program second = new Program()) {
            second.process.destroyForcibly().waitFor();
        }
        try (Program third = new Program()) {
            assertThat(health(third)).isEqualTo(200);
            assertThat(own.run("audit", "verify")).as(own.out).isZero();
        }
    }

    @Test
    void it_does_not_start_on_what_a_demo_left() throws Exception {
        try (OwnInstallation other = new OwnInstallation(database.jdbcUrl())) {
            other.run("insurer", "put", "--number", "440016", "--name", "架空市", "--prefecture", "大分県");
            other.asSuperuser("insert into identity.account (insurer_number, login, display_name, password_hash, demo)"
                    + " values ('440016', 'tanto', 'x', 'x', true)");
            Process process = start(other);
            boolean ended = process.waitFor(60, TimeUnit.SECONDS);
            process.destroyForcibly();
            assertThat(ended).isTrue();
            assertThat(process.exitValue()).isEqualTo(2);
            assertThat(Files.readString(errors(other))).contains("デモのアカウント").doesNotContain("Exception");
        }
    }

    private static int health(Program program) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            URI address = URI.create(program.screens() + "/actuator/health");
            return client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.discarding())
                    .statusCode();
        }
    }

    private static Process start(OwnInstallation installation) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Kiban.class.getName(),
                        "serve"))
                .redirectError(errors(installation).toFile());
        builder.environment().putAll(installation.environment);
        return builder.start();
    }

    private static Path errors(OwnInstallation installation) {
        return installation.folder.resolve("errors.log");
    }

    /** Started, and ready as soon as it has said so. */
    private static final class Program implements AutoCloseable {
        private final Process process = start(own);
        private final String port;

        Program() throws IOException {
            BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
            Matcher ready = PLAIN.matcher(String.valueOf(out.readLine()));
            assertThat(ready.find()).as(complaints()).isTrue();
            port = ready.group(1);
        }

        String screens() {
            return "http://localhost:" + port;
        }

        String complaints() throws IOException {
            return Files.readString(errors(own));
        }

        @Override
        public void close() throws InterruptedException {
            process.destroyForcibly().waitFor();
        }
    }
}
