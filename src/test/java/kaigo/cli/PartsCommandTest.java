package kaigo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import kaigo.parts.Part;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** ./kiban parts, on what is really shipped. */
class PartsCommandTest {

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void the_parts_are_listed() {
        assertThat(run("parts")).isZero();
        assertThat(out.toString().lines()).anyMatch(line -> line.startsWith("org.postgresql:postgresql 42."));
    }

    @Test
    void a_weak_part_is_named_with_the_day_until_which_it_may_stay() throws IOException {
        Part driver = Part.listShipped().stream()
                .filter(part -> part.name().equals("org.postgresql:postgresql"))
                .findFirst()
                .orElseThrow();
        Path list = Files.writeString(folder.resolve("list.json"), """
                {"id":"GHSA-1","summary":"a weakness","published":"2020-01-01T00:00:00Z",
                 "affected":[{"package":{"ecosystem":"Maven","name":"%s"},"versions":["%s"]}]}""".formatted(driver.name(), driver.version()));
        assertThat(run("parts", "--advisories", list.toString())).isEqualTo(1);
        assertThat(out.toString())
                .contains("GHSA-1", "HIGH", "org.postgresql:postgresql " + driver.version(), "期限 2020-01-31（過ぎています）")
                .contains("あてはまるもの 1 件（期限を過ぎたもの 1 件）");

        Files.writeString(list, Files.readString(list).replace(driver.version(), "0.1"));
        assertThat(run("parts", "--advisories", list.toString())).isZero();
    }

    @Test
    void a_list_that_is_none_is_refused() throws IOException {
        Path list = Files.writeString(folder.resolve("list.json"), "x");
        assertThat(run("parts", "--advisories", list.toString())).isEqualTo(2);
        assertThat(run("parts", "--advisories", folder.resolve("none").toString()))
                .isEqualTo(2);
        Path empty = Files.createDirectory(folder.resolve("empty"));
        assertThat(run("parts", "--advisories", empty.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("OSV", "読めません", "1 件も").doesNotContain("Exception");
    }

    private int run(String... arguments) {
        return Kiban.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
