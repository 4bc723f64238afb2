package kaigo.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The OpenAPI document as something to hold real answers against. */
public final class Contract {

    private static final JsonMapper JSON = new JsonMapper();
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private static final Set<String> SEEN = new ConcurrentSkipListSet<>();

    public static final JsonNode DOCUMENT = load();

    private Contract() {}

    /** Operations as {@code GET /v1/…}. */
    public static Set<String> operations() {
        Set<String> operations = new TreeSet<>();
        DOCUMENT.get("paths")
                .forEachEntry((path, item) -> item.propertyNames().stream()
                        .filter(name ->
                                Set.of("get", "post", "put", "delete", "patch").contains(name))
                        .forEach(method -> operations.add(method.toUpperCase(java.util.Locale.ROOT) + " " + path)));
        return operations;
    }

    /** Answers so far, as {@code GET /v1/… 200}. */
    public static Set<String> seen() {
        return SEEN;
    }

    /** Fails if the document does not know this answer of a known operation, or describes it otherwise. */
    public static void requireKept(HttpRequest request, HttpResponse<String> response) {
        String path = findPath(request.uri().getPath());
        JsonNode operation = path == null
                ? null
                : DOCUMENT.get("paths").get(path).get(request.method().toLowerCase(java.util.Locale.ROOT));
        if (operation == null) {
            return;
        }
        String answer = request.method() + " " + path + " " + response.statusCode();
        JsonNode described = resolved(operation.path("responses").path(String.valueOf(response.statusCode())));
        assertThat(described.isMissingNode()).as("undocumented: %s", answer).isFalse();
        String type = response.headers().firstValue("Content-Type").orElse("").replaceAll(";.*", "");
        JsonNode media = described.path("content").path(type);
        assertThat(media.isMissingNode())
                .as("undocumented type %s: %s", type, answer)
                .isFalse();
        if (type.endsWith("json") && !type.endsWith("ndjson")) {
            requireValid(media.get("schema"), JSON.readTree(response.body()), answer);
        }
        SEEN.add(answer);
    }

    public static void requireValid(JsonNode schema, JsonNode value, String what) {
        ObjectNode whole = JSON.createObjectNode();
        whole.set("components", DOCUMENT.get("components"));
        whole.set("allOf", JSON.createArrayNode().add(schema));
        assertThat(SCHEMAS.getSchema(whole).validate(value))
                .as("%s: %s", what, value)
                .isEmpty();
    }

    /** Follows one {@code $ref} into the document. */
    public static JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? DOCUMENT.at(node.get("$ref").asString().substring(1)) : node;
    }

    private static @org.jspecify.annotations.Nullable String findPath(String actual) {
        String[] parts = actual.split("/", -1);
        return DOCUMENT.get("paths").propertyNames().stream()
                .filter(template -> matches(template.split("/", -1), parts))
                .findFirst()
                .orElse(null);
    }

    private static boolean matches(String[] template, String[] actual) {
        return template.length == actual.length
                && java.util.stream.IntStream.range(0, actual.length)
                        .allMatch(i -> template[i].startsWith("{") || template[i].equals(actual[i]));
    }

    private static JsonNode load() {
        try (InputStream in = Contract.class.getResourceAsStream("/openapi/kiban-v1.yaml")) {
            Object yaml = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
            return JSON.valueToTree(yaml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
