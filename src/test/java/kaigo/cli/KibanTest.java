package kaigo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class KibanTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void every_command_has_a_help_that_begins_in_japanese() {
        List<List<String>> all = new ArrayList<>();
        collect(commands(Map.of()), List.of(), all);
        assertThat(all).hasSizeGreaterThan(20);
        for (List<String> words : all) {
            out.getBuffer().setLength(0);
            List<String> arguments = new ArrayList<>(words);
            arguments.add("--help");
            assertThat(commands(Map.of()).execute(arguments.toArray(String[]::new)))
                    .as("%s", words)
                    .isZero();
            assertThat(out.toString()).as("%s", words).contains("Usage").containsPattern("[ぁ-んァ-ン一-龠]");
        }
    }

    @Test
    void help_lists_the_commands_in_the_order_of_their_use() {
        assertThat(commands(Map.of()).execute("help")).isZero();
        assertThat(out.toString())
                .containsSubsequence("demo", "serve", "status", "insurer", "account", "cert", "audit");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    account                                          | 職員のアカウント
                    account add                                      | 指定が足りません
                    insurer put --number 442012 --load-from 2026-13-01 | --load-from 年月日 2026-13-01
                    insurer put --number 442012 --outside-jis drop   | --outside-jis refuse|mark drop
                    cert show                                        | ファイル
                    status --nonsense                                | --nonsense
                    nonsense                                         | nonsense""", quoteCharacter = '"')
    void wrong_usage_is_said_in_japanese(String line, String named) {
        assertThat(commands(Map.of()).execute(line.split(" +"))).isEqualTo(2);
        assertThat(err.toString())
                .contains(named)
                .containsPattern("[ぁ-んァ-ン一-龠]")
                .doesNotContain("Exception", "java.", "Missing", "Unmatched");
    }

    @ParameterizedTest
    @CsvSource({"--version", "status --version"})
    void the_version_is_told(String line) {
        assertThat(commands(Map.of()).execute(line.split(" "))).isZero();
        assertThat(out.toString()).startsWith("kiban ");
    }

    @ParameterizedTest
    @CsvSource({
        "1, cert show /nowhere/a.pem",
        "1, cert server --dir /nowhere",
        "2, audit verify --data /nowhere",
        "2, status --data /nowhere",
        "2, keys show --file /nowhere/keys",
    })
    void what_is_missing_is_said_in_a_sentence(int code, String line) {
        assertThat(commands(Map.of()).execute(line.split(" "))).isEqualTo(code);
        assertThat(err.toString()).contains("/nowhere").doesNotContain("Exception", "\tat ");
    }

    @Test
    void an_unexpected_failure_shows_an_id_and_its_trace_only_when_asked() {
        int code = new Failures(Map.of())
                .handleExecutionException(new IllegalStateException("a value"), commands(Map.of()), null);
        assertThat(code).isEqualTo(1);
        assertThat(err.toString()).contains("KIBAN_DEBUG=1").doesNotContain("a value", "\tat ");

        new Failures(Map.of("KIBAN_DEBUG", "1"))
                .handleExecutionException(new IllegalStateException("a value"), commands(Map.of()), null);
        assertThat(err.toString()).contains("\tat ");
    }

    private static void collect(CommandLine command, List<String> words, List<List<String>> all) {
        command.getSubcommands().forEach((name, below) -> {
            if (!name.equals("help")) {
                List<String> longer = new ArrayList<>(words);
                longer.add(name);
                all.add(longer);
                collect(below, longer, all);
            }
        });
    }

    private CommandLine commands(Map<String, String> environment) {
        return new Kiban(environment, new ByteArrayInputStream(new byte[0]))
                .commands()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true));
    }
}
