package kaigo.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class AuditEventTest {

    @Test
    void the_document_describes_exactly_the_events_that_exist() throws IOException {
        String document = Files.readString(Path.of("docs/audit-events.md"));
        List<String> described = Pattern.compile("^\\| ([A-Z_]+) \\|", Pattern.MULTILINE)
                .matcher(document)
                .results()
                .map((MatchResult row) -> row.group(1))
                .toList();

        assertThat(described)
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(AuditEvent.values()).map(Enum::name).toList());
    }
}
