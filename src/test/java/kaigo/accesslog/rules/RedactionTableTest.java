package kaigo.accesslog.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The two tables of the redaction, as docs/audit-events.md prints them. */
class RedactionTableTest {

    @Test
    void the_document_prints_both_tables_as_they_are() throws IOException {
        String document = Files.readString(Path.of("docs/audit-events.md"));
        for (Topic topic : Topic.values()) {
            assertThat(document).contains(row(topic.name(), topic::of));
        }
        for (Facet facet : Facet.values()) {
            assertThat(document).contains(row(facet.name(), facet::of));
        }
    }

    private static String row(String name, Function<ReaderKind, Handling> cell) {
        return "| `" + name + "` | "
                + Arrays.stream(ReaderKind.values())
                        .map(reader -> cell.apply(reader).name())
                        .collect(Collectors.joining(" | "))
                + " |";
    }
}
