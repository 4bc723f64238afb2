package kaigo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** 部品の目録 that goes into the jar. */
class SbomTest {

    @Test
    void it_names_what_is_shipped_also_what_only_a_part_brings_along_and_nothing_of_the_tests() throws IOException {
        List<String> parts = parts();
        assertThat(parts).contains("spring-boot-starter-webmvc", "pdfbox", "tink");
        // Of tink, of spring-security-oauth2-jose, of the starter.
        assertThat(parts).contains("protobuf-java", "nimbus-jose-jwt", "tomcat-embed-core");
        assertThat(parts).doesNotContain("greenmail", "junit-jupiter", "archunit-junit5");
    }

    private static List<String> parts() throws IOException {
        try (InputStream sbom = SbomTest.class.getResourceAsStream("/META-INF/sbom/application.cdx.json")) {
            JsonNode read = new ObjectMapper()
                    .readTree(Objects.requireNonNull(
                            sbom, "only a build that may ask for parts makes it: mvn without -o"));
            assertThat(read.path("bomFormat").asString()).isEqualTo("CycloneDX");
            return StreamSupport.stream(read.path("components").spliterator(), false)
                    .map(part -> part.path("name").asString())
                    .toList();
        }
    }
}
