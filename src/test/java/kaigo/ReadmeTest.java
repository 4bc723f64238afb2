package kaigo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the README points at exists: {@code `path#symbol`} of the code, and links to files; and what the code points at. */
class ReadmeTest {

    private static final Pattern SYMBOL = Pattern.compile("`([A-Za-z0-9_./-]+)#([^`]+)`");
    private static final Pattern DOCUMENT = Pattern.compile("\\bdocs/[a-z0-9/-]+\\.md");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^):#]+)\\)");

    @Test
    void every_symbol_stands_in_the_file_that_the_readme_names() throws IOException {
        List<MatchResult> pointers = SYMBOL.matcher(readme()).results().toList();
        assertThat(pointers).hasSizeGreaterThan(5);
        for (MatchResult pointer : pointers) {
            assertThat(Files.readString(file(pointer.group(1))))
                    .as(pointer.group(1))
                    .containsPattern("\\b" + Pattern.quote(pointer.group(2)) + "\\b");
        }
    }

    @Test
    void every_link_leads_to_a_file() throws IOException {
        assertThat(LINK.matcher(readme()).results().map(link -> link.group(1)).distinct())
                .hasSizeGreaterThan(5)
                .allSatisfy(link -> assertThat(Path.of(link)).exists());
    }

    @Test
    void every_document_that_the_code_names_is_there() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main"))) {
            List<Path> sources = files.filter(file -> file.toString().matches(".*\\.(java|yaml|sql|jte|properties)"))
                    .toList();
            for (Path source : sources) {
                assertThat(DOCUMENT.matcher(Files.readString(source)).results().map(MatchResult::group))
                        .as(source.toString())
                        .allSatisfy(document -> assertThat(Path.of(document)).exists());
            }
        }
    }

    @Test
    void no_pointer_names_a_line_which_the_next_change_moves() throws IOException {
        assertThat(readme()).doesNotContainPattern("\\.(java|yaml):[0-9]").doesNotContainPattern("[0-9]+ 行）");
    }

    private static Path file(String named) {
        return Stream.of(Path.of(named), Path.of("src/main/java/kaigo", named))
                .filter(Files::exists)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no such file: " + named));
    }

    private static String readme() throws IOException {
        return Files.readString(Path.of("README.md"));
    }
}
