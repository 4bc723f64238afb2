package kaigo.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SharingDocsTest {

    @Test
    void the_pages_in_docs_are_those_of_the_code() {
        assertThat(SharingDocs.pages()).containsOnlyKeys("sharing.md", "proposals.md");
        SharingDocs.pages()
                .forEach((name, page) -> assertThat(Path.of("docs", name))
                        .as("run SharingDocs with docs as its argument")
                        .hasContent(page));
    }
}
