package kaigo.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.IntStream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The OpenAPI documents as something to hold real answers against. */
public final class Contract {

    private static final JsonMapper JSON = new JsonMapper();
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private static final Set<String> METHODS = Set.of("get", "post", "put", "delete", "patch");
    private static final Set<String> SEEN = new ConcurrentSkipListSet<>();

    /** Of municipalities' systems. */
    public static final JsonNode DOCUMENT = load("kiban-v1.yaml");

    /** Of offices' and clinics' software. */
    public static final JsonNode READING = load("reading-v1.yaml");

    /** What offices and clinics send; it shares components with the one before. */
    public static final JsonNode SENDING = load("sending-v1.yaml", READING);

    public static final List<JsonNode> ALL = List.of(DOCUMENT, READING, SENDING);

    private Contract() {}

    /** Operations of all documents, as {@code GET /v1/…}. */
    public static Set<String> operations() {
        Set<String> operations = new TreeSet<>();
        ALL.forEach(document -> document.get("paths")
                .forEachEntry((path, item) -> item.propertyNames().stream()
                        .filter(METHODS::contains)
                        .forEach(method -> operations.add(method.toUpperCase(Locale.ROOT) + " " + path))));
        return operations;
    }

    /** Answers so far, as {@code GET /v1/… 200}. */
    public static Set<String> seen() {
        return SEEN;
    }

    /** Fails if the document of the path does not know this answer of a known operation, or describes it otherwise. */
    public static void requireKept(HttpRequest request, HttpResponse<String> response) {
        ALL.stream()
                .flatMap(document ->
                        findPath(document, request.uri().getPath()).map(path -> new Place(document, path)).stream())
                .min(Comparator.comparing(
                        place -> place.path().chars().filter(c -> c == '{').count()))
                .ifPresent(place -> requireKept(place.document(), place.path(), request, response));
    }

    private record Place(JsonNode document, String path) {}

    private static void requireKept(
            JsonNode document, String path, HttpRequest request, HttpResponse<String> response) {
        JsonNode operation =
                document.get("paths").get(path).get(request.method().toLowerCase(Locale.ROOT));
        if (operation == null) {
            return;
        }
        String answer = request.method() + " " + path + " " + response.statusCode();
        JsonNode described =
                resolved(document, operation.path("responses").path(String.valueOf(response.statusCode())));
        assertThat(described.isMissingNode()).as("undocumented: %s", answer).isFalse();
        String type = response.headers().firstValue("Content-Type").orElse("").replaceAll(";.*", "");
        JsonNode media = described.path("content").path(type);
        assertThat(media.isMissingNode())
                .as("undocumented type %s: %s", type, answer)
                .isFalse();
        if (type.endsWith("json") && !type.endsWith("ndjson")) {
            requireValid(document, media.get("schema"), JSON.readTree(response.body()), answer);
        }
        SEEN.add(answer);
    }

    public static void requireValid(JsonNode document, JsonNode schema, JsonNode value, String what) {
        ObjectNode whole = JSON.createObjectNode();
        whole.set("components", document.get("components"));
        whole.set("allOf", JSON.createArrayNode().add(schema));
        assertThat(SCHEMAS.getSchema(whole).validate(value))
                .as("%s: %s", what, value)
                .isEmpty();
    }

    /** Follows one {@code $ref} into the document. */
    public static JsonNode resolved(JsonNode document, JsonNode node) {
        return node.has("$ref") ? document.at(node.get("$ref").asString().substring(1)) : node;
    }

    private static Optional<String> findPath(JsonNode document, String actual) {
        String[] parts = actual.split("/", -1);
        return document.get("paths").propertyNames().stream()
                .filter(template -> matches(template.split("/", -1), parts))
                .min(Comparator.comparing(
                        template -> template.chars().filter(c -> c == '{').count()));
    }

    private static boolean matches(String[] template, String[] actual) {
        return template.length == actual.length
                && IntStream.range(0, actual.length)
                        .allMatch(i -> template[i].startsWith("{") || template[i].equals(actual[i]));
    }

    /** What it takes from the other document becomes its own. */
    private static JsonNode load(String name, JsonNode other) {
        ObjectNode document = (ObjectNode) JSON.readTree(load(name).toString().replace("reading-v1.yaml#", "#"));
        other.get("components").forEachEntry((group, components) -> {
            ObjectNode own = ((ObjectNode) document.get("components")).withObject("/" + group);
            components.forEachEntry((key, component) -> {
                if (!own.has(key)) {
                    own.set(key, component);
                }
            });
        });
        return document;
    }

    private static JsonNode load(String name) {
        try (InputStream in = Contract.class.getResourceAsStream("/openapi/" + name)) {
            Object yaml = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
            return JSON.valueToTree(yaml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
