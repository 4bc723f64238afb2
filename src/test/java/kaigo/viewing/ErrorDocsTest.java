package kaigo.viewing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Stream;
import kaigo.viewing.ErrorCatalogue.Entry;
import kaigo.viewing.ErrorCatalogue.SystemEntry;
import org.junit.jupiter.api.Test;

class ErrorDocsTest {

    @Test
    void the_page_in_docs_is_the_catalogue() {
        assertThat(Path.of("docs", ErrorDocs.PAGE))
                .as("run ErrorDocs with docs as its argument")
                .hasContent(ErrorDocs.page());
    }

    @Test
    void every_error_says_what_is_wrong_and_what_to_do() {
        Stream<Entry> system = ErrorCatalogue.system().stream().map(SystemEntry::entry);
        Stream<Entry> business = Stream.of(
                        ErrorCatalogue.viewing(),
                        ErrorCatalogue.reasons(),
                        ErrorCatalogue.checks(),
                        ErrorCatalogue.hearings())
                .flatMap(entries -> entries.stream());
        assertThat(Stream.concat(system, business)).allSatisfy(entry -> {
            assertThat(entry.message()).as(entry.code()).endsWith("。");
            assertThat(entry.nextStep()).as(entry.code()).endsWith("。");
        });
    }
}
