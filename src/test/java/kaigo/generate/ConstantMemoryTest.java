package kaigo.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConstantMemoryTest {

    @Test
    @Tag("long")
    void a_million_persons_need_a_heap_of_32_megabytes(@TempDir Path folder) throws Exception {
        run(folder, "--persons", "1000000");
        try (var files = Files.list(folder)) {
            assertThat(files).hasSize(10);
        }
        run(folder, "--persons", "1000000", "--daily", "--changes", "200000", "--unchanged", "0.5", "--errors", "0.01");
    }

    private static void run(Path folder, String... options) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx32m",
                "-cp",
                System.getProperty("java.class.path"),
                "kaigo.cli.Kiban",
                "generate",
                "--insurer=442012",
                "--as-of=2026-11-20",
                "--out=" + folder));
        command.addAll(List.of(options));
        Path log = folder.resolveSibling(folder.getFileName() + ".log");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        assertThat(process.waitFor()).as("%s", Files.readString(log)).isZero();
    }
}
