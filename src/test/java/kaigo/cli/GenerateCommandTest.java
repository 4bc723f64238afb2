package kaigo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import kaigo.documents.Pdfs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class GenerateCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    @Test
    void the_files_are_written_and_named() throws IOException {
        assertThat(run("--persons 1000 --as-of 2026-11-20")).isZero();
        assertThat(out.toString()).contains("M01_442012_I_20261120023000_001.csv");
        assertThat(err.toString()).contains("1000 / 1000");
        assertThat(files()).containsExactly("M01_442012_I_20261120023000_001.csv");
    }

    @Test
    void files_of_which_nothing_is_registered_say_so() throws IOException {
        assertThat(run("--persons 50 --as-of 2026-11-20 --interfaces M01,M07 --test"))
                .isZero();
        assertThat(files())
                .containsExactly("M01_442012_T_20261120053000_001.csv", "M07_442012_T_20261120053000_001.zip");
        assertThat(check(files().map(folder::resolve).toList())).isZero();
    }

    @Test
    void files_as_ndjson_fit_a_body_of_the_api() throws IOException {
        assertThat(run("--persons 40000 --as-of 2026-11-20 --interfaces M01,X01 --json"))
                .isZero();
        assertThat(files()).hasSize(6).contains("X01_442012_I_20261120023000_002.json");
        assertThat(files().map(folder::resolve)).allMatch(file -> file.toFile().length() < 10L * 1024 * 1024);
    }

    @Test
    void a_day_with_errors_and_damaged_files_is_written() throws IOException {
        assertThat(run("--persons 10000 --daily --base-date 2026-11-01 --as-of 2026-11-20 --changes 2000"
                        + " --neighbour 442020 --errors 0.01 --damaged --json"))
                .isZero();
        assertThat(files())
                .containsExactly(
                        "M01_442012_D_20261120053000_001.json",
                        "M01_442012_D_20261120053000_002.json",
                        "damaged",
                        "planted.csv");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "--json"})
    void files_of_every_interface_pass_the_check(String form) throws IOException {
        assertThat(run("--persons 1000 --as-of 2026-11-20 --interfaces all " + form))
                .isZero();
        assertThat(run("--persons 1000 --base-date 2026-11-20 --as-of 2026-12-28 --daily --interfaces all " + form))
                .isZero();
        List<String> files = files().toList();
        assertThat(files.stream().map(name -> name.substring(0, 3)).distinct())
                .containsExactlyInAnyOrder(
                        "442", "K01", "M01", "M02", "M03", "M04", "M05", "M06", "M07", "M08", "M09", "M10", "M11",
                        "M12", "M13", "X01", "X02");
        List<Path> paths = files.stream().map(folder::resolve).toList();
        assertThat(check(paths)).isZero();
    }

    @Test
    void errors_of_every_interface_stand_in_one_list() throws IOException {
        assertThat(run("--persons 2000 --as-of 2026-11-20 --interfaces all --errors 0.3"))
                .isZero();
        List<String> planted = Files.readAllLines(folder.resolve("planted.csv"));
        assertThat(planted.stream().skip(1).map(line -> line.substring(0, 3)).distinct())
                .hasSize(15);
    }

    @Test
    void the_documents_that_records_name_come_in_archives_before_them() throws IOException {
        assertThat(run("--persons 5000 --as-of 2026-11-20 --interfaces M12 --errors 0.3"))
                .isZero();
        List<String> files = files().toList();
        assertThat(files)
                .containsExactly(
                        "442012_I_20261120_PDF_M12_001.zip", "M12_442012_I_20261120023000_001.csv", "planted.csv");
        assertThat(out.toString().lines().map(line -> line.substring(line.lastIndexOf('/') + 1)))
                .containsExactlyElementsOf(files);
        Set<String> documents = new HashSet<>();
        try (ZipFile zip = new ZipFile(folder.resolve(files.getFirst()).toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                documents.add(Pdfs.sha256(zip.getInputStream(entry).readAllBytes()));
            }
        }
        assertThat(Files.readAllLines(folder.resolve(files.get(1))).stream()
                        .filter(line -> line.startsWith("2,"))
                        .filter(line -> documents.stream().anyMatch(line::contains)))
                .as("records whose SHA-256 no error has touched")
                .hasSizeGreaterThan(documents.size() / 2);
        assertThat(documents).hasSizeGreaterThan(50);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "--persons 10 --interfaces M99",
                "--persons 10 --interfaces M08",
                "--persons 10 --interfaces M02 --daily",
                "--persons 10 --since 2026-11-01",
                "--persons 0",
                "--persons many",
                "--persons 10 --as-of yesterday",
                "--persons 10 --insurer 442013",
                "--persons 10 --neighbour 442012",
                "--persons 10 --errors 0",
                "--persons 10 --errors 0.6",
                "--persons 10 --daily --changes 11",
                "--persons 10 --daily --unchanged 1.1",
                "--persons 10 --daily --as-of 2026-11-20 --base-date 2026-11-21",
                "--persons 10 --wrong"
            })
    void wrong_usage_is_told_with_exit_code_2_and_writes_nothing(String options) throws IOException {
        assertThat(run(options)).isEqualTo(2);
        assertThat(err.toString()).contains("generate");
        assertThat(files()).isEmpty();
    }

    @Test
    void help_is_japanese_and_english() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString()).contains("保険者番号（6桁）").contains("insurer number");
    }

    private static int check(List<Path> files) {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
        return new CommandLine(new CheckCommand(nowhere, nowhere))
                .execute(files.stream().map(Path::toString).toArray(String[]::new));
    }

    private int run(String options) {
        String insurer = options.contains("--insurer") ? "" : "--insurer 442012 ";
        String line = "generate " + insurer + "--out " + folder + " " + options;
        return new CommandLine(new Kiban())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(line.strip().split(" +"));
    }

    private Stream<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList().stream();
        }
    }
}
