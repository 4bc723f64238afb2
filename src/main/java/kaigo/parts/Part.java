package kaigo.parts;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * 部品の一つ.
 *
 * @param name as lists of weaknesses name it: group and artifact with a colon between
 */
public record Part(String name, String version) {

    private static final String SBOM = "/META-INF/sbom/application.cdx.json";

    /** What this program ships, as its 目録 (CycloneDX) says; empty if it was built without one. */
    public static List<Part> listShipped() {
        try (InputStream sbom = Part.class.getResourceAsStream(SBOM)) {
            return Optional.ofNullable(sbom).map(Part::read).orElse(List.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Part> read(InputStream sbom) {
        return new JsonMapper()
                .readTree(sbom)
                .path("components")
                .valueStream()
                .map(Part::of)
                .toList();
    }

    private static Part of(JsonNode component) {
        String group = component.path("group").asString("");
        String artifact = component.path("name").asString("");
        return new Part(group + ":" + artifact, component.path("version").asString(""));
    }
}
