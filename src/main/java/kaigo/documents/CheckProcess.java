package kaigo.documents;

import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import kaigo.documents.check.CheckMain;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The server's side of one {@link CheckMain}: a command, the length and the bytes of a document go in, one line of JSON
 * comes out. The process reads foreign bytes, so its answer is not trusted further than that.
 */
final class CheckProcess {

    /** Memory of the process (proposed, ours): three times what a document of 20 MB needs. */
    private static final int MEGABYTES = 256;

    private static final Duration START = Duration.ofSeconds(30);
    private static final Duration FAREWELL = Duration.ofSeconds(5);
    private static final int LONGEST_ANSWER = 1000;

    /** How the process ends by itself: the JDK's own code for a full memory, and that of its own watch. */
    private static final Set<Integer> OVER_A_LIMIT = Set.of(3, CheckMain.OVERRUN);

    /** Stands in the program's one jar, which nothing else can start from; laid out flat it is not there. */
    private static final String LAUNCHER = "org.springframework.boot.loader.launch.PropertiesLauncher";

    private static final JsonMapper JSON = new JsonMapper();

    private final Process process;
    private final DataOutputStream questions;
    private final InputStream answers;
    private volatile boolean overran;

    private CheckProcess(Process process) {
        this.process = process;
        this.questions = new DataOutputStream(process.getOutputStream());
        this.answers = process.getInputStream();
    }

    /**
     * Returns when the process is ready: its start does not count among the time of a document.
     *
     * @throws IOException if it cannot be started
     */
    static CheckProcess start(Duration limit) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command(limit))
                .directory(new File("/"))
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().clear(); // it may hold keys
        CheckProcess started = new CheckProcess(builder.start());
        if (!CheckMain.READY.equals(started.within(START, started::line))) {
            started.end();
            throw new IOException("the process is not ready");
        }
        return started;
    }

    private static List<String> command(Duration limit) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + MEGABYTES + "m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:-CreateCoredumpOnCrash",
                "-XX:ErrorFile=/dev/null",
                "-XX:-UsePerfData",
                "-Djava.awt.headless=true",
                "-Djava.io.tmpdir=" + System.getProperty("java.io.tmpdir"),
                // What the library has to say about a document may quote it.
                "-Dorg.apache.commons.logging.Log=org.apache.commons.logging.impl.NoOpLog",
                "-Dloader.main=" + CheckMain.class.getName(),
                "-cp",
                classPath()));
        boolean packed = ClassLoader.getSystemResource(LAUNCHER.replace('.', '/') + ".class") != null;
        command.add(packed ? LAUNCHER : CheckMain.class.getName());
        command.add(String.valueOf(limit.toMillis()));
        return command;
    }

    /** The server's own, which may be written as seen from the folder that it was started in. */
    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    boolean isAlive() {
        return process.isAlive();
    }

    long pid() {
        return process.pid();
    }

    /** Empty if the process ended for no reason of the document's. */
    Optional<Verdict> check(Parts document, Duration limit) {
        String line = within(limit, () -> {
            questions.writeByte(CheckMain.CHECK);
            questions.writeInt(document.length());
            document.writeTo(questions);
            questions.flush();
            return line();
        });
        Optional<Verdict> verdict = line == null ? Optional.empty() : verdict(line);
        if (verdict.isPresent()) {
            return verdict;
        }
        end();
        return overran || hasEndedOverALimit()
                ? Optional.of(new Verdict.Refused(DocumentProblem.TOO_HEAVY))
                : Optional.empty();
    }

    /** Empty if it is no answer, such as the last words of a process whose memory is full. */
    private static Optional<Verdict> verdict(String line) {
        try {
            JsonNode answer = JSON.readTree(line);
            int pages = answer.path("pages").asInt(0);
            return Optional.of(
                    pages > 0
                            ? new Verdict.Sound(pages)
                            : new Verdict.Refused(DocumentProblem.valueOf(
                                    answer.path("refused").asString(""))));
        } catch (JacksonException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private interface Exchange {
        String answer() throws IOException;
    }

    /** Null if the process has ended, or was ended because it took longer. */
    private @Nullable String within(Duration limit, Exchange exchange) {
        CountDownLatch done = new CountDownLatch(1);
        Thread.ofVirtual().start(() -> endAfter(limit, done));
        try {
            return exchange.answer();
        } catch (IOException e) {
            return null;
        } finally {
            done.countDown();
        }
    }

    private void endAfter(Duration limit, CountDownLatch done) {
        try {
            if (!done.await(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                overran = true;
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
        }
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = answers.read(); c != '\n'; c = answers.read()) {
            if (c < 0 || line.length() == LONGEST_ANSWER) {
                throw new EOFException();
            }
            line.append((char) c);
        }
        return line.toString();
    }

    private boolean hasEndedOverALimit() {
        return !process.isAlive() && OVER_A_LIMIT.contains(process.exitValue());
    }

    /** Gives a process that is ending by itself the time to say why. */
    void end() {
        try {
            questions.close();
        } catch (IOException e) {
            // it has ended before
        }
        try {
            if (!process.waitFor(FAREWELL.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
