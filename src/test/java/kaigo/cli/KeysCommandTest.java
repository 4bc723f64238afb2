package kaigo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import kaigo.keys.KeyRing;
import kaigo.keys.SealedFile;
import kaigo.keys.SealedFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class KeysCommandTest {

    @TempDir
    Path folder;

    private final Map<String, String> environment = new HashMap<>();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void a_new_file_is_made_once_and_shows_ids_only() throws Exception {
        String file = folder.resolve("keys").toString();

        assertThat(run("keys", "new", "--file", file)).isZero();
        byte[] before = Files.readAllBytes(Path.of(file));
        assertThat(run("keys", "new", "--file", file)).isEqualTo(2);
        assertThat(Files.readAllBytes(Path.of(file))).isEqualTo(before);
        assertThat(run("keys", "show", "--file", file)).isZero();
        environment.put("KIBAN_KEY_FILE", file);
        assertThat(run("keys", "show")).isZero();

        assertThat(out.toString()).contains("master: master-1-", "head-signing: head-signing-1-");
        for (String line : Files.readAllLines(Path.of(file))) {
            String secret = line.substring(line.indexOf(':') + 1);
            assertThat(secret.length() > 20 && out.toString().contains(secret)).isFalse();
        }
    }

    @Test
    void rotation_wraps_the_received_files_anew_and_they_still_open() throws Exception {
        Path file = folder.resolve("keys");
        KeyRing keys = KeyRing.create(file);
        Path received = Files.createDirectories(folder.resolve("data/received")).resolve("a.sealed");
        try (SealedFile sealed = new SealedFiles(keys).create(received)) {
            sealed.out().write("内容".getBytes(StandardCharsets.UTF_8));
            sealed.finish();
        }
        environment.put("KIBAN_DATA", folder.resolve("data").toString());

        assertThat(run("keys", "rotate", "--file", file.toString()))
                .as(err.toString())
                .isZero();

        KeyRing rotated = KeyRing.open(file);
        assertThat(rotated.ids().get("master")).hasSize(2);
        assertThat(new SealedFiles(rotated).rewrap(received)).isFalse();
        try (var opened = new SealedFiles(rotated).open(received)) {
            assertThat(new String(opened.readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo("内容");
        }
        Files.writeString(received.resolveSibling("b.sealed"), "x".repeat(9000));
        assertThat(run("keys", "rotate", "--file", file.toString())).isEqualTo(1);
    }

    @Test
    void a_missing_file_is_a_sentence() {
        assertThat(run("keys", "rotate", "--file", folder.resolve("none").toString()))
                .isEqualTo(2);
        assertThat(run("keys", "show")).isEqualTo(2);
        assertThat(err.toString()).contains("鍵ファイルがありません", "KIBAN_MASTER_KEY").doesNotContain("Exception");
    }

    private int run(String... arguments) {
        CommandLine commands = new Kiban(environment, new ByteArrayInputStream(new byte[0]))
                .commands()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true));
        return commands.execute(arguments);
    }
}
