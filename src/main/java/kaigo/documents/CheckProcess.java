package kaigo.documents;

import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import kaigo.documents.check.CheckMain;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The server's side of one {@link CheckMain}: a command and what it needs go in, one line of JSON and the bytes that it
 * announces come out. The process reads foreign bytes, so its answer is not trusted further than that.
 */
final class CheckProcess {

    /** Memory of the process (proposed, ours): three times what a document of 20 MB needs. */
    private static final int MEGABYTES = 256;

    private static final Duration START = Duration.ofSeconds(30);
    private static final Duration FAREWELL = Duration.ofSeconds(5);
    private static final int LONGEST_ANSWER = 1000;

    /** Of a page's picture or text, bytes. */
    private static final int LARGEST_PART = 16 * 1024 * 1024;

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
    Optional<Verdict> check(Content document, Duration limit) {
        return look(CheckMain.CHECK, document, limit);
    }

    /** Holds it for what is asked next. Empty as above. */
    Optional<Verdict> hold(Content document, Duration limit) {
        return look(CheckMain.HOLD, document, limit);
    }

    /** A page of the document that is held. Empty as above. */
    Optional<Drawn> draw(int page, Duration limit) {
        return ask(
                limit,
                () -> {
                    questions.writeByte(CheckMain.DRAW);
                    questions.writeInt(page);
                    JsonNode answer = answer();
                    return verdict(answer) instanceof Verdict.Refused(DocumentProblem problem)
                            ? new Drawn.Not(problem)
                            : new Drawn.Page(announced(answer, "picture"), text(announced(answer, "text")));
                },
                Drawn.Not::new);
    }

    /** The outline of the document that is held, a line for each item: page, blank, title. Empty as above. */
    Optional<String> outline(Duration limit) {
        return ask(
                limit,
                () -> {
                    questions.writeByte(CheckMain.OUTLINE);
                    JsonNode answer = answer();
                    return verdict(answer) instanceof Verdict.Sound ? text(announced(answer, "text")) : "";
                },
                problem -> "");
    }

    /** The document's time begins when it is there: what it waited for its own bytes is no fault of it. */
    private Optional<Verdict> look(int command, Content document, Duration limit) {
        Boolean sent = within(limit, () -> send(command, document));
        if (sent == null) {
            end();
            return Optional.empty();
        }
        return ask(limit, () -> verdict(answer()), Verdict.Refused::new);
    }

    private boolean send(int command, Content document) throws IOException {
        questions.writeByte(command);
        questions.writeInt(document.length());
        document.writeTo(questions);
        questions.flush();
        return true;
    }

    private JsonNode answer() throws IOException {
        questions.flush();
        return JSON.readTree(line());
    }

    /** Throws if it is no answer, such as the last words of a process whose memory is full. */
    private static Verdict verdict(JsonNode answer) {
        int pages = answer.path("pages").asInt(0);
        return pages > 0
                ? new Verdict.Sound(pages)
                : new Verdict.Refused(
                        DocumentProblem.valueOf(answer.path("refused").asString("")));
    }

    private byte[] announced(JsonNode answer, String part) throws IOException {
        int length = answer.path(part).asInt(0);
        if (length < 0 || length > LARGEST_PART) {
            throw new IOException("too long");
        }
        byte[] bytes = answers.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException();
        }
        return bytes;
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8).replace("\0", "");
    }

    private interface Exchange<T> {
        T answer() throws IOException;
    }

    /** Ends the process if it does not answer; of one that went over a limit the document is what is wrong. */
    private <T> Optional<T> ask(Duration limit, Exchange<T> exchange, Function<DocumentProblem, T> refused) {
        T answer = within(limit, exchange);
        if (answer != null) {
            return Optional.of(answer);
        }
        end();
        return overran || hasEndedOverALimit()
                ? Optional.of(refused.apply(DocumentProblem.TOO_HEAVY))
                : Optional.empty();
    }

    /** Null if the process has ended, was ended because it took longer, or did not answer as it should. */
    private <T> @Nullable T within(Duration limit, Exchange<T> exchange) {
        CountDownLatch done = new CountDownLatch(1);
        Thread.ofVirtual().start(() -> endAfter(limit, done));
        try {
            return exchange.answer();
        } catch (IOException | JacksonException | IllegalArgumentException e) {
            return null;
        } catch (RuntimeException e) {
            process.destroyForcibly(); // it would take what is asked next for the rest of this
            throw e;
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
