package kaigo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import kaigo.intake.M01File;
import kaigo.shared.InsurerNumber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class CheckCommandTest {

    private static final InsurerNumber INSURER = new InsurerNumber("442012");
    private static final String NUMBER = "123456789018";

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void a_right_file_gives_its_result_and_exit_code_0() throws IOException {
        Path file = write(new M01File(INSURER, "D").add("1", "9000000001", NUMBER, "架空　太郎"), 1);

        assertThat(check(file.toString())).isZero();

        List<String> result = out().lines().toList();
        assertThat(result).hasSize(3);
        assertThat(result.getFirst()).startsWith("1,1,P01,2.02,442012,D,").endsWith(",1,kiban");
        assertThat(result.get(1)).startsWith("2,2,," + file.getFileName() + ",2,M01,9000000001,,1,30,1,,,,,");
        assertThat(err()).contains("1 件：正常 1 件、警告 0 件、エラー 0 件", "E2xxx");
    }

    @Test
    void a_warning_alone_is_fine_until_the_insurer_refuses_it() throws IOException {
        Path file = write(new M01File(INSURER, "D").add("1", "9000000001", NUMBER, "𠮷野"), 1);

        assertThat(check(file.toString())).isZero();
        assertThat(out()).contains(",31,1,,W3004,氏名,");

        out.reset();
        assertThat(check("--refuse-outside", file.toString())).isEqualTo(1);
        assertThat(out()).contains(",39,1,,E3004,氏名,");
    }

    @Test
    void check_digits_may_be_switched_off_for_test_insurers() throws IOException {
        Path file = write(new M01File(INSURER, "D").add("1", "9000000001", "123456789019", "架空　太郎"), 1);

        assertThat(check(file.toString())).isEqualTo(1);
        assertThat(err()).contains("E3008 マイナンバー（エラー、1 件：連番 2（2 行目））", "→ ");
        assertThat(check("--no-check-digits", file.toString())).isZero();
    }

    @Test
    void an_item_of_a_sheet_is_named_with_its_sheet_and_its_file() throws IOException {
        Kiban.run(
                "generate",
                "--insurer",
                "442012",
                "--persons",
                "300",
                "--interfaces",
                "all",
                "--errors",
                "0.3",
                "--as-of",
                "2026-11-20",
                "--out",
                folder.toString());
        assertThat(Files.readString(folder.resolve("planted.csv"))).contains("M07_", "overview.");

        check(folder.resolve("M07_442012_I_20261120023000_001.zip").toString());

        assertThat(err()).contains("概況調査（M07B）の", "件：M07B 連番 ", "示したもののほかは M07A のものです。");
        assertThat(out()).contains(",概況調査（M07B）の");

        check(folder.resolve("442012_I_20261120_PDF_M12_001.zip").toString());
        assertThat(err()).contains("件）は、ここでは確かめません。");
    }

    @Test
    void bad_records_stop_no_other() throws IOException {
        Path file = write(
                new M01File(INSURER, "D")
                        .add("1", "9000000001", NUMBER, "架空　太郎")
                        .add("1", "9000000002", NUMBER, "架空　花子")
                        .withExtraItem("x")
                        .add("1", "9000000003", NUMBER, "架空　次郎")
                        .with(2, "122044")
                        .add("1", "9000000004", NUMBER, "架空　三郎")
                        .with(9, "20260230")
                        .add("1", "9000000005", NUMBER, "架空　四郎")
                        .with(9, "20990101")
                        .add("1", "9000000001", NUMBER, "架空　五郎")
                        .add("1", "9000000006", NUMBER, "架空　六郎"),
                1);

        assertThat(check(file.toString())).isEqualTo(1);

        assertThat(statuses())
                .containsExactly("30 ", "39 E1007", "39 E1002", "39 E3005", "31 W4006", "39 E3011", "30 ");
        assertThat(out() + err()).doesNotContain("架空　", NUMBER);
    }

    @Test
    void results_of_several_files_go_to_a_folder_under_their_names() throws IOException {
        M01File content = new M01File(INSURER, "D").add("1", "9000000001", NUMBER, "架空　太郎");
        Path first = write(content, 1);
        Path second = write(content, 2);
        Path results = folder.resolve("results");

        int code = check("--out", results.toString(), "--form", "ndjson", first.toString(), second.toString());

        assertThat(code).isZero();
        assertThat(out()).isEmpty();
        try (Stream<Path> files = Files.list(results)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            first.getFileName().toString().replace(".csv", "_RES.json"),
                            second.getFileName().toString().replace(".csv", "_RES.json"));
        }
    }

    @Test
    void hashes_are_those_of_the_canonical_form() throws IOException {
        Path file = write(
                new M01File(INSURER, "D")
                        .add("1", "9000000001", NUMBER, "架空　太郎")
                        .add("2", "9000000002", NUMBER, "架空　太郎")
                        .with(13, "870-0000"),
                1);

        assertThat(check("--hash", file.toString())).isEqualTo(1);

        assertThat(out().lines())
                .satisfiesExactly(
                        line -> assertThat(line).matches(file.getFileName() + "\t2\t[0-9a-f]{64}"),
                        line -> assertThat(line).isEqualTo(file.getFileName() + "\t3\t-"));
    }

    @Test
    void one_unusable_file_does_not_stop_the_next() throws IOException {
        Path bad = folder.resolve("M01_442012_D_20261120053000_009.csv");
        Files.writeString(bad, "");
        Path good = write(new M01File(INSURER, "D").add("1", "9000000001", NUMBER, "架空　太郎"), 1);

        assertThat(check(bad.toString(), good.toString())).isEqualTo(2);

        assertThat(err()).contains("このファイルは受け付けられません。", "E1005", "正常 1 件");
        assertThat(out()).contains("9000000001");
    }

    @Test
    void wrong_usage_and_missing_files_are_said_in_japanese() {
        assertThat(check("--json", "--hash", "x.csv")).isEqualTo(2);
        assertThat(check("--form", "xml", "x.csv")).isEqualTo(2);
        assertThat(check(folder.resolve("M01_442012_D_20261120053000_001.csv").toString()))
                .isEqualTo(2);
        assertThat(check("M01.zip")).isEqualTo(2);
        assertThat(err()).contains("ZIP を読めません", "どちらか一つだけ", "csv または ndjson", "ファイルを読み書きできません");
    }

    private Path write(M01File file, int sequence) throws IOException {
        return Files.write(folder.resolve(file.name(sequence)), file.bytes());
    }

    private int check(String... arguments) {
        CheckCommand command =
                new CheckCommand(new PrintStream(out), new PrintStream(err, true, StandardCharsets.UTF_8));
        return new CommandLine(command).execute(arguments);
    }

    private List<String> statuses() {
        return out().lines()
                .filter(line -> line.startsWith("2,"))
                .map(line -> line.split(",", -1))
                .map(items -> items[9] + " " + items[12])
                .toList();
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
