package kaigo.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kaigo.TestServer;
import kaigo.intake.Answer;
import kaigo.intake.Incoming;
import kaigo.intake.Reception;
import kaigo.shared.InsurerNumber;
import kaigo.shared.InsurerViewer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Files that cannot be taken: the reception of the server and the offline check say the same, and nothing is kept. */
class BadFilesTest {

    private static final String NUMBER = "123456789018";
    private static final String CONTENT = "架空";
    private static final InsurerNumber INSURER = BadFile.INSURER;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource("kaigo.cli.BadFile#all")
    void a_bad_file_is_refused_in_plain_words_and_only_the_try_is_on_record(BadFile bad) throws IOException {
        Traces before = Traces.now();

        Answer answer = receive(new ByteArrayInputStream(bad.bytes()), bad.name());

        assertThat(answer).isInstanceOf(Answer.Refused.class);
        Answer.Refused refused = (Answer.Refused) answer;
        assertThat(refused.id()).isEqualTo(bad.said().id());
        assertThat(refused.error().line()).isEqualTo(bad.said().line());
        assertPlain(refused.text().text(), bad.said().text());
        assertPlain(refused.text().remedy(), "");
        before.assertOnlyTheTryIsOnRecord();
    }

    @ParameterizedTest
    @MethodSource("kaigo.cli.BadFile#all")
    void the_offline_check_says_the_same(BadFile bad) throws IOException {
        if (!bad.offline()) {
            return;
        }
        JsonNode report = check(2, bad.bytes(), bad.name());

        assertThat(report.get("usable").asBoolean()).isFalse();
        assertThat(report.get("errorId").asString()).isEqualTo(bad.said().id());
        assertThat(report.get("line").asLong()).isEqualTo(bad.said().line());
        assertPlain(report.get("text").asString(), bad.said().text());
    }

    private static void assertPlain(String text, String says) {
        assertThat(text)
                .contains(says)
                .endsWith("。")
                .doesNotContain("Exception", "null", "{", "\n", CONTENT, "花子", NUMBER, "ありがとう");
    }

    @Test
    void a_connection_cut_at_half_leaves_nothing_but_its_entry() {
        Traces before = Traces.now();
        byte[] bytes = BadFile.good(INSURER, "D").bytes();
        InputStream cut = new InputStream() {
            private int read;

            @Override
            public int read() throws IOException {
                if (read == bytes.length / 2) {
                    throw new IOException("connection reset");
                }
                return bytes[read++] & 0xff;
            }
        };

        assertThatThrownBy(() -> receive(cut, null)).isInstanceOf(UncheckedIOException.class);

        before.assertOnlyTheTryIsOnRecord();
    }

    @Test
    void an_unclosed_quote_of_100_megabytes_is_refused_without_reading_it_into_memory() {
        Traces before = Traces.now();
        String begun = BadFile.good(INSURER, "D").text().replaceFirst("架空　花子", "\"");
        byte[] head = begun.substring(0, begun.indexOf('"') + 1).getBytes(StandardCharsets.UTF_8);
        Endless endless = new Endless(head);

        Answer answer = receive(endless, null);

        assertThat(((Answer.Refused) answer).id()).isEqualTo("E1012");
        assertThat(endless.given).isLessThan(1_000_000);
        before.assertOnlyTheTryIsOnRecord();
    }

    /** A head, then the letter a for ever. */
    private static final class Endless extends InputStream {
        private final byte[] head;
        private long given;

        Endless(byte[] head) {
            this.head = head;
        }

        @Override
        public int read() {
            return given < head.length ? head[(int) given++] & 0xff : one();
        }

        private int one() {
            given++;
            return 'a';
        }
    }

    @Test
    void a_small_program_checks_a_file_with_100_megabytes_in_one_quote() throws IOException, InterruptedException {
        Path file = folder.resolve("quote.csv");
        String begun = BadFile.good(INSURER, "D").text().replaceFirst("架空　花子", "\"");
        try (var out = Files.newOutputStream(file)) {
            out.write(begun.substring(0, begun.indexOf('"') + 1).getBytes(StandardCharsets.UTF_8));
            byte[] megabyte = "あ".repeat(333_333).getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < 100; i++) {
                out.write(megabyte);
            }
        }

        Process child = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-Xmx48m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Kiban.class.getName(),
                        "check",
                        "--any-name",
                        "--json",
                        file.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String said = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(child.waitFor()).isEqualTo(2);
        assertThat(said).contains("E1012");
    }

    private JsonNode check(int exit, byte[] bytes, @Nullable String name) throws IOException {
        Path file = folder.resolve(name == null ? "file.csv" : name);
        Files.write(file, bytes);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<String> arguments = Stream.of(
                        "--json", "--insurer", INSURER.value(), name == null ? "--any-name" : "", file.toString())
                .filter(argument -> !argument.isEmpty())
                .toList();
        int code = new CommandLine(new CheckCommand(new PrintStream(out), new PrintStream(out)))
                .execute(arguments.toArray(new String[0]));
        assertThat(code).isEqualTo(exit);
        return new JsonMapper()
                .readTree(out.toString(StandardCharsets.UTF_8))
                .get("files")
                .get(0);
    }

    private static Answer receive(InputStream bytes, @Nullable String name) {
        return TestServer.bean(Reception.class)
                .receive(InsurerViewer.staff(INSURER, "test", "request"), new Incoming(bytes, name, BadFile.LIMIT));
    }

    /** What a reception leaves behind: rows of files, entries of the audit, sealed files. */
    private record Traces(long files, long entries, Set<Path> sealed) {
        static Traces now() {
            JdbcClient database = TestServer.bean(JdbcClient.class);
            return new Traces(count(database, "intake.file"), count(database, "audit.entry"), sealedFiles());
        }

        /** Sealed files of other tests may go at any time: only new ones count. */
        void assertOnlyTheTryIsOnRecord() {
            Traces after = now();
            assertThat(after.files).isEqualTo(files);
            assertThat(after.entries).isEqualTo(entries + 1);
            assertThat(sealed).containsAll(after.sealed);
        }

        private static long count(JdbcClient database, String table) {
            return database.sql("select count(*) from " + table + " where insurer_number = ?")
                    .param(INSURER.value())
                    .query(Long.class)
                    .single();
        }

        private static Set<Path> sealedFiles() {
            Path received = TestServer.dataFolder().resolve("received");
            if (!Files.isDirectory(received)) {
                return Set.of();
            }
            try (Stream<Path> all = Files.list(received)) {
                return all.collect(Collectors.toSet());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
