package kaigo.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import kaigo.access.PersonHandles;
import kaigo.access.PersonKey;
import kaigo.certificates.CertificateFolder;
import kaigo.keys.KeyRing;
import kaigo.shared.InsuredNumber;
import kaigo.shared.InsurerNumber;
import org.jspecify.annotations.Nullable;

/** The caller's side of {@link ChildServerMain}. */
public final class ChildServer implements AutoCloseable {

    /** All servers of this program share one clock: a restart must not set it back. */
    private static final Instant BEGUN = Instant.now();

    private final Path data;
    private final Process process;
    private final Writer commands;
    private final BufferedReader answers;
    private final String jdbcUrl;
    private final int tlsPort;

    /**
     * @param cpu the core that server and database run on, or null for all
     * @param intermediate the 中間サーバ, or null for the simulator
     * @param options more for the Java of the server
     */
    public record Settings(
            Path data,
            String heap,
            @Nullable Integer cpu,
            boolean lossy,
            @Nullable URI intermediate,
            List<String> options) {}

    public ChildServer(Settings settings) throws IOException {
        this.data = settings.data();
        this.process = new ProcessBuilder(command(settings))
                .redirectError(ProcessBuilder.Redirect.appendTo(
                        data.resolve("child.log").toFile()))
                .start();
        this.commands = process.outputWriter(StandardCharsets.UTF_8);
        this.answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String ready = answers.readLine();
        if (ready == null || !ready.startsWith("ready ")) {
            throw new IOException("the server did not start; see " + data.resolve("child.log"));
        }
        String[] words = ready.split(" ");
        this.jdbcUrl = words[1];
        this.tlsPort = Integer.parseInt(words[2]);
    }

    /** For a server that is killed soon: it never gets warm. */
    public static final List<String> SHORT_LIVED = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    private static List<String> command(Settings settings) {
        List<String> command = new ArrayList<>();
        if (settings.cpu() != null) {
            command.addAll(List.of("taskset", "-c", settings.cpu().toString()));
        }
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx" + settings.heap(), "--enable-native-access=ALL-UNNAMED"));
        command.add("-Dbench.lossy=" + settings.lossy());
        command.add("-Dbench.begun=" + BEGUN);
        if (settings.intermediate() != null) {
            command.add("-Dbench.intermediate=" + settings.intermediate());
        }
        command.addAll(settings.options());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), ChildServerMain.class.getName()));
        command.add(settings.data().toString());
        return command;
    }

    /** The answer to one command, or null if the server is gone. */
    public @Nullable String ask(String command) {
        try {
            commands.write(command + "\n");
            commands.flush();
            return answers.readLine();
        } catch (IOException gone) {
            return null;
        }
    }

    /** A connection of the database's owner. */
    public Connection connect() throws SQLException {
        String password = KeyRing.openOrCreate(data.resolve("keys.json"))
                .databasePasswords()
                .orElseThrow()
                .superuser();
        return DriverManager.getConnection(jdbcUrl, "kiban_super", password);
    }

    /** From 保険者番号/被保険者番号 to what stands for the person in its addresses. */
    public UnaryOperator<String> handles() {
        PersonHandles handles = new PersonHandles(KeyRing.openOrCreate(data.resolve("keys.json")));
        return person -> {
            String[] numbers = person.split("/");
            return handles.of(new PersonKey(new InsurerNumber(numbers[0]), new InsuredNumber(numbers[1])));
        };
    }

    /** A sender with the account and the certificate of an insurer that was told to the server. */
    Sender sender(String insurer) {
        return new Sender(tlsPort, new CertificateFolder(data.resolve("certificates")), new InsurerNumber(insurer));
    }

    public int tlsPort() {
        return tlsPort;
    }

    /** Seconds of a core that the server and its database have taken so far. */
    double[] coreSeconds() {
        long postmaster = postmasterPid();
        double running = ProcessHandle.of(postmaster).stream()
                .flatMap(one -> Stream.concat(Stream.of(one), one.descendants()))
                .mapToDouble(ChildServer::seconds)
                .sum();
        return new double[] {seconds(process.toHandle()), running + secondsOfEnded(postmaster)};
    }

    private static double seconds(ProcessHandle one) {
        return one.info().totalCpuDuration().orElse(Duration.ZERO).toMillis() / 1e3;
    }

    /** Of the backends whose connection has had its time: cutime and cstime of proc(5), in hundredths of a second. */
    private static double secondsOfEnded(long postmaster) {
        try {
            String stat = Files.readString(Path.of("/proc", String.valueOf(postmaster), "stat"));
            String[] fromState = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return (Long.parseLong(fromState[13]) + Long.parseLong(fromState[14])) / 100.0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** The postmaster, as its own pid file says. */
    public long postmasterPid() {
        try {
            Path file = data.resolve("postgres/pgdata/postmaster.pid");
            return Long.parseLong(Files.readAllLines(file).getFirst().strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** SIGKILL to the server's process. Its database goes on, as after a real crash. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        ask("quit");
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
