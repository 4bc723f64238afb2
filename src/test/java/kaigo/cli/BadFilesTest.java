package kaigo.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
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
import kaigo.intake.M01File;
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
    private static final InsurerNumber INSURER = TestServer.insurerDaily();
    private static final InsurerNumber OTHER = TestServer.insurerDaily();
    private static final long LIMIT = 20_000_000;

    @TempDir
    private Path folder;

    /** @param offline false where only the server can know */
    record Case(
            String what,
            byte[] bytes,
            @Nullable String name,
            boolean offline,
            String id,
            long line,
            String text) {
        @Override
        public String toString() {
            return what;
        }
    }

    static Stream<Case> cases() {
        M01File good = file(INSURER, "D");
        String text = good.text();
        return Stream.of(
                bad("empty", "", "E1005", 1, "ファイルが空です"),
                bad("blank lines only", "\r\n \r\n", "E1005", 1, "ファイルが空です"),
                bad("nothing after the control record", text.substring(0, text.indexOf('\n') + 1), "E1013", 2, "何もありません"),
                bad("too few records", file(INSURER, "D").announcing(4).text(), "E1006", 0, "4 件、実際 3 件"),
                bad("too many records", file(INSURER, "D").announcing(2).text(), "E1006", 0, "2 件、実際 3 件"),
                bad("no control record", text.substring(text.indexOf('\n') + 1), "E1005", 1, "コントロールレコードではありません"),
                bad("control record with an item more", text.replace(",test\r\n", ",test,x\r\n"), "E1005", 1, "項目数"),
                bad("control record with a wrong date", text.replace(",20261120,", ",20261131,"), "E1005", 1, "処理対象日"),
                bad("連番 leaps", text.replace("\r\n2,3,", "\r\n2,4,"), "E1005", 3, "正しい連番： 3"),
                bad("unclosed quote", text.replaceFirst("架空　花子", "\"架空　花子"), "E1012", 3, "引用符"),
                bad("unknown record type", text.replace("\r\n2,3,", "\r\n9,3,"), "E1012", 3, "レコード種別"),
                bad("10,000 columns", text.replaceFirst(",,0,\r\n", ",".repeat(10_000) + "\r\n"), "E1012", 2, "項目の数"),
                bad("end record missing", text.substring(0, text.lastIndexOf("3,")), "E1013", 5, "エンドレコードがありません"),
                bad("text after the end record", text + "ありがとう\r\n", "E1013", 6, "エンドレコードの後"),
                bad("end record with another number", text.replace("\r\n3,5", "\r\n3,6"), "E1013", 5, "連番"),
                bad("another version", text.replace(",2.02,", ",9.99,"), "E1009", 1, "M01 9.99"),
                bad("unknown interface", text.replace(",M01,", ",M99,"), "E1009", 1, "M99 2.02"),
                bad("another insurer's file", file(OTHER, "D").text(), "E1002", 1, "保険者番号"),
                bytes("not UTF-8", broken(good.bytes(), (byte) 0xFF), "E1004", 3, "UTF-8 にないバイト"),
                bytes("NUL in the middle", broken(good.bytes(), (byte) 0), "E1004", 3, "NUL"),
                bytes("Shift_JIS", text.getBytes(Charset.forName("windows-31j")), "E1004", 2, "Shift_JIS のようです"),
                bytes("UTF-16 with a mark", text.getBytes(StandardCharsets.UTF_16), "E1004", 1, "UTF-16 のようです"),
                bytes("UTF-16LE", text.getBytes(StandardCharsets.UTF_16LE), "E1004", 1, "NUL"),
                bytes("UTF-16BE", text.getBytes(StandardCharsets.UTF_16BE), "E1004", 1, "NUL"),
                bad("NDJSON without control", "{\"a\":1}\n", "E1005", 1, "コントロールレコードではありません"),
                named("name without form", good.bytes(), "被保険者.csv", "形が異なります"),
                named("name of another run", good.bytes(), good.name(1).replace("_D_", "_R_"), "コントロールレコード"),
                new Case("initial set-up after the start", file(INSURER, "I").bytes(), null, false, "E1010", 1, "期間ではありません"),
                new Case("too many records for a file", records(100_001, "一丁目"), null, true, "E1003", 0, "上限 100000"),
                new Case("too many bytes", records(40_000, "長".repeat(200)), null, false, "E1003", 0, "上限 " + LIMIT));
    }

    private static Case bad(String what, String text, String id, long line, String says) {
        return bytes(what, text.getBytes(StandardCharsets.UTF_8), id, line, says);
    }

    private static Case bytes(String what, byte[] bytes, String id, long line, String says) {
        return new Case(what, bytes, null, true, id, line, says);
    }

    private static Case named(String what, byte[] bytes, String name, String says) {
        return new Case(what, bytes, name, true, "E1001", 0, says);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void a_bad_file_is_refused_in_plain_words_and_nothing_stays(Case bad) throws IOException {
        Traces before = Traces.now();

        Answer answer = receive(new ByteArrayInputStream(bad.bytes()), bad.name());

        assertThat(answer).isInstanceOf(Answer.Refused.class);
        Answer.Refused refused = (Answer.Refused) answer;
        assertThat(refused.id()).isEqualTo(bad.id());
        assertThat(refused.error().line()).isEqualTo(bad.line());
        assertPlain(refused.text().text(), bad.text());
        assertPlain(refused.text().remedy(), "");
        before.assertNothingNew();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void the_offline_check_says_the_same(Case bad) throws IOException {
        if (!bad.offline()) {
            return;
        }
        JsonNode report = check(2, bad.bytes(), bad.name());

        assertThat(report.get("usable").asBoolean()).isFalse();
        assertThat(report.get("errorId").asString()).isEqualTo(bad.id());
        assertThat(report.get("line").asLong()).isEqualTo(bad.line());
        assertPlain(report.get("text").asString(), bad.text());
    }

    private static void assertPlain(String text, String says) {
        assertThat(text)
                .contains(says)
                .endsWith("。")
                .doesNotContain("Exception", "null", "{", "\n", CONTENT, "花子", NUMBER, "ありがとう");
    }

    @Test
    void a_connection_cut_at_half_leaves_nothing() {
        Traces before = Traces.now();
        byte[] bytes = file(INSURER, "D").bytes();
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

        before.assertNothingNew();
    }

    @Test
    void an_unclosed_quote_of_100_megabytes_is_refused_without_reading_it_into_memory() {
        Traces before = Traces.now();
        String begun = file(INSURER, "D").text().replaceFirst("架空　花子", "\"");
        byte[] head = begun.substring(0, begun.indexOf('"') + 1).getBytes(StandardCharsets.UTF_8);
        Endless endless = new Endless(head);

        Answer answer = receive(endless, null);

        assertThat(((Answer.Refused) answer).id()).isEqualTo("E1012");
        assertThat(endless.given).isLessThan(1_000_000);
        before.assertNothingNew();
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
        String begun = file(INSURER, "D").text().replaceFirst("架空　花子", "\"");
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
        List<String> arguments =
                Stream.of("--json", "--insurer", INSURER.value(), name == null ? "--any-name" : "", file.toString())
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
                .receive(InsurerViewer.staff(INSURER, "test", "request"), new Incoming(bytes, name, LIMIT));
    }

    /** What a reception leaves behind: rows of files, entries of the audit, sealed files. */
    private record Traces(long files, long entries, Set<Path> sealed) {
        static Traces now() {
            JdbcClient database = TestServer.bean(JdbcClient.class);
            return new Traces(count(database, "intake.file"), count(database, "audit.entry"), sealedFiles());
        }

        /** Sealed files of other tests may go at any time: only new ones count. */
        void assertNothingNew() {
            Traces after = now();
            assertThat(after.files).isEqualTo(files);
            assertThat(after.entries).isEqualTo(entries);
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

    private static M01File file(InsurerNumber insurer, String process) {
        return new M01File(insurer, process)
                .add("1", "9000000001", NUMBER, "架空　太郎")
                .add("1", "9000000002", NUMBER, "架空　花子")
                .add("1", "9000000003", NUMBER, "架空　次郎");
    }

    private static byte[] records(int count, String address) {
        M01File file = new M01File(INSURER, "D");
        for (int i = 0; i < count; i++) {
            file.add("1", "%010d".formatted(i), "", "甲").with(14, address);
        }
        return file.bytes();
    }

    /** One byte in the middle of the third line replaced. */
    private static byte[] broken(byte[] bytes, byte by) {
        int lines = 0;
        int at = 0;
        while (lines < 2) {
            lines += bytes[at++] == '\n' ? 1 : 0;
        }
        bytes[at + 20] = by;
        return bytes;
    }
}
