package kaigo.screens;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A text that is missing shows only when its page is asked for: so each that is named whole is looked up here. */
class ScreenTextKeysTest {

    private static final Path MAIN = Path.of("src", "main");
    private static final Pattern NAMED = Pattern.compile("\\btext\\(\\s*\"([A-Za-z0-9_.]+)\"\\s*[,)]");

    @Test
    void every_text_that_is_named_is_there() throws IOException {
        List<String> missing = new ArrayList<>();
        int named = 0;
        for (Path file : sources()) {
            for (var one : NAMED.matcher(Files.readString(file)).results().toList()) {
                named++;
                if (ScreenText.find(one.group(1)).isEmpty()) {
                    missing.add(file + ": " + one.group(1));
                }
            }
        }
        assertThat(missing).isEmpty();
        assertThat(named).isGreaterThan(500);
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(MAIN)) {
            return files.filter(file -> file.toString().matches(".*\\.(java|jte)"))
                    .toList();
        }
    }
}
