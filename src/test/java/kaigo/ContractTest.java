package kaigo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kaigo.api.ApiError;
import kaigo.api.Contract;
import kaigo.api.Systems;
import kaigo.committee.ProvokedMaterials;
import kaigo.documents.Pdfs;
import kaigo.intake.Loads;
import kaigo.intake.Q01File;
import kaigo.layout.Layout;
import kaigo.layout.Layouts;
import kaigo.participants.Insurer;
import kaigo.participants.Insurers;
import kaigo.shared.InsurerNumber;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The OpenAPI document against the server, both ways. Each real answer of the API's tests is held against it too. */
class ContractTest {

    /** The insurer of the document's examples. */
    private static final InsurerNumber EXAMPLE = new InsurerNumber("442012");

    private static final String REGISTRATIONS = "/v1/insurers/442012/M01/registrations";

    private static final List<String> METHODS = List.of("get", "post", "put", "delete");

    /** What only a broken server or connection answers; RegistrationRefusalsTest shows 409, 413 and 429. */
    private static final Set<String> NOT_PROVOKED = Set.of("409", "413", "429", "500", "503");

    /** Only a connection that breaks within the body. */
    private static final String BROKEN = "POST /v1/insurers/{insurerNumber}/{ifId}/registrations 400";

    @Test
    void every_route_is_in_the_document_and_every_operation_has_a_route() {
        Set<String> routes = new TreeSet<>();
        Routes.all().stream()
                .flatMap(mapping -> mapping.getPatternValues().stream()
                        .filter(path ->
                                path.startsWith("/v1") || path.startsWith("/api/") || path.startsWith("/openapi"))
                        .flatMap(path -> mapping.getMethodsCondition().getMethods().stream()
                                .map(method -> method + " " + path)))
                .forEach(routes::add);

        assertThat(routes).hasSizeGreaterThan(4).isEqualTo(Contract.operations());
    }

    @Test
    void every_operation_names_what_every_operation_can_answer() {
        Contract.ALL.stream().flatMap(document -> operations(document).stream()).forEach(operation -> {
            assertThat(operation.get("responses").propertyNames())
                    .as(operation.get("operationId").asString())
                    .contains("401", "500", "503");
            assertThat(operation.get("summary").asString()).isNotBlank();
        });
    }

    @Test
    void what_is_another_insurers_is_not_found_in_any_operation_of_an_insurer() {
        assertThat(operations(Contract.DOCUMENT))
                .allSatisfy(operation ->
                        assertThat(operation.get("responses").has("404")).isTrue());
    }

    @Test
    void the_document_and_the_catalogue_name_the_same_system_errors() {
        Set<String> documented = new TreeSet<>();
        Contract.ALL.stream()
                .flatMap(document -> document.at("/components/responses").valueStream())
                .forEach(response -> {
                    JsonNode narrowed = response.at("/content/application~1problem+json/schema/allOf/1/properties");
                    Stream<JsonNode> codes = narrowed.get("code").has("const")
                            ? Stream.of(narrowed.get("code").get("const"))
                            : narrowed.get("code").get("enum").valueStream();
                    codes.forEach(code -> {
                        documented.add(code.asString());
                        assertThat(ApiError.valueOf(code.asString()).status())
                                .isEqualTo(narrowed.get("status").get("const").asInt());
                    });
                });

        // 405 belongs to a path, not to an operation: the document tells it in its text.
        assertThat(documented)
                .isEqualTo(Arrays.stream(ApiError.values())
                        .filter(error -> error != ApiError.METHOD_NOT_ALLOWED)
                        .map(Enum::name)
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void every_example_of_an_answer_fits_its_schema() {
        List<String> checked = new ArrayList<>();
        Contract.ALL.forEach(document -> operations(document)
                .forEach(operation -> operation
                        .get("responses")
                        .forEach(response -> Contract.resolved(document, response)
                                .path("content")
                                .forEach(media -> {
                                    if (media.has("example")) {
                                        Contract.requireValid(
                                                document, media.get("schema"), media.get("example"), "example");
                                        checked.add(media.get("example").toString());
                                    }
                                }))));
        assertThat(checked).hasSizeGreaterThan(14);
    }

    @Test
    void a_result_has_the_items_of_p01() {
        Layout p01 = Layouts.newest("P01").orElseThrow();

        assertThat(Contract.DOCUMENT.at("/components/schemas/Result/properties").propertyNames())
                .containsExactlyElementsOf(
                        p01.items().stream().map(item -> item.code()).toList());
    }

    @Test
    void the_examples_of_requests_are_accepted_and_every_documented_answer_is_really_given() throws IOException {
        TestServer.bean(Insurers.class)
                .put(Insurer.preparing(EXAMPLE, "架空市", "大分県")
                        .with(TestServer.TODAY.minusDays(30), TestServer.TODAY.minusDays(10), TestServer.TODAY, null));
        Systems system = Systems.of(EXAMPLE);
        String receipt = REGISTRATIONS + "/none";
        JsonNode content = Contract.DOCUMENT
                .get("paths")
                .get("/v1/insurers/{insurerNumber}/{ifId}/registrations")
                .at("/post/requestBody/content");
        for (String type : content.propertyNames()) {
            byte[] example =
                    content.get(type).at("/examples/daily/value").asString().getBytes(StandardCharsets.UTF_8);
            HttpResponse<String> accepted = system.post(REGISTRATIONS, type, example);
            assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(202);
            assertThat(system.post(REGISTRATIONS, type, example).statusCode()).isEqualTo(200);
            receipt = accepted.headers().firstValue("Location").orElseThrow();
        }

        provoke(system, receipt);
        provokeSetup(system);
        provokeReconciliation(system);
        provokeOutbox(system);
        ProvokedMaterials.provoke(EXAMPLE, system);

        Set<String> expected = documentedAnswers();
        expected.remove(BROKEN);
        assertThat(Contract.seen()).containsAll(expected);
    }

    private static Set<String> documentedAnswers() {
        Set<String> expected = new TreeSet<>();
        Contract.DOCUMENT
                .get("paths")
                .forEachEntry((path, item) -> METHODS.stream()
                        .filter(item::has)
                        .forEach(method -> item.get(method).get("responses").propertyNames().stream()
                                .filter(status -> !NOT_PROVOKED.contains(status))
                                .forEach(status -> expected.add(
                                        method.toUpperCase(java.util.Locale.ROOT) + " " + path + " " + status))));
        return expected;
    }

    /** Each operation once without a certificate, once without its object, once with a wrong query or Accept. */
    private static void provoke(Systems system, String receipt) throws IOException {
        Systems nobody = Systems.without();
        for (String path : List.of(REGISTRATIONS, receipt, receipt + "/results")) {
            nobody.get(path);
            system.get(path);
            system.get(path, "Accept", "image/png");
            system.get(path + "?limit=0");
            system.get(path.replace("M01", "M99"));
        }
        byte[] nothing = new byte[0];
        nobody.post(REGISTRATIONS, "text/csv", nothing);
        system.post(REGISTRATIONS.replace("M01", "M99"), "text/csv", nothing);
        system.post(REGISTRATIONS, "text/html", nothing);
        nobody.get("/openapi/kiban-v1.yaml");
        provokeDocuments(system, nobody);
    }

    private static void provokeOutbox(Systems system) throws IOException {
        Loads.database().sql("""
                insert into outbox.item (insurer_number, number, interface_id, insured_number, record, put_at)
                values ('442012', 1, 'P05', '9000000001', '{}', timestamptz '2026-11-20 09:00+09')
                on conflict do nothing""").update();
        String outbox = "/v1/insurers/442012/outbox";
        for (String path : List.of(outbox, outbox + "/1")) {
            Systems.without().get(path);
            system.get(path);
            system.get(path, "Accept", "image/png");
            system.get(path.replace("442012", "131045"));
        }
        system.get(outbox + "?limit=0");
        system.get(outbox + "/x");
        String ack = outbox + "/1/ack";
        String json = "application/json";
        Systems.without().send("POST", ack, json, "{\"answer\":\"RECEIVED\"}");
        for (String body :
                List.of("{\"answer\":\"RETURNED\"}", "{\"answer\":\"ACCEPTED\"}", "{\"answer\":\"RECEIVED\"}")) {
            system.send("POST", ack, json, body);
        }
        system.send("POST", ack, "text/plain", "x");
        system.send("POST", ack, json, "{\"answer\":\"RECEIVED\"}", "Accept", "image/png");
        system.send("POST", ack.replace("442012", "131045"), json, "{\"answer\":\"RECEIVED\"}");
    }

    private static void provokeDocuments(Systems system, Systems nobody) throws IOException {
        byte[] pdf = Pdfs.plain(1, "contract");
        String path = "/v1/insurers/442012/documents/" + Pdfs.sha256(pdf);
        String type = "application/pdf";
        nobody.put(path, type, pdf);
        system.put(path.replace("442012", "131045"), type, pdf);
        system.put(path, "text/plain", pdf);
        system.put("/v1/insurers/442012/documents/x", type, pdf);
        system.put(path, type, new byte[] {1});
        system.put(path, type, pdf);
        system.put(path, type, pdf);
    }

    /** The set-up's operations: each without a certificate, rightly, in a strange form, and without its object. */
    private static void provokeSetup(Systems system) throws IOException {
        String setup = "/v1/insurers/442012/setup";
        Systems nobody = Systems.without();
        nobody.get(setup);
        system.get(setup);
        system.get(setup, "Accept", "image/png");
        system.get(setup.replace("442012", "442013"));
        provoke("PUT", setup + "/preconditions/PIA_DONE", "{\"met\":true}");
        provoke("PUT", setup + "/counts", "{\"counts\":{\"M01\":1}}");
        provoke("POST", setup + "/steps", "{\"step\":\"BEGIN_LOAD\"}");
    }

    private static void provoke(String method, String path, String body) throws IOException {
        String json = "application/json";
        Systems system = Systems.of(EXAMPLE);
        Systems.without().send(method, path, json, body);
        system.send(method, path, json, body);
        system.send(method, path, json, "no JSON");
        system.send(method, path, "text/plain", body);
        system.send(method, path, json, body, "Accept", "image/png");
        system.send(method, path.replace("442012", "442013"), json, body);
    }

    private static void provokeReconciliation(Systems system) throws IOException {
        byte[] file = new Q01File(EXAMPLE)
                .add("M01", "9000000001", "", "", "0".repeat(64))
                .bytes();
        String receipt = system.post(REGISTRATIONS.replace("M01", "Q01"), "text/csv", file)
                .headers()
                .firstValue("Location")
                .orElseThrow();
        String one =
                REGISTRATIONS.replaceFirst("M01.*", "reconciliations") + receipt.substring(receipt.lastIndexOf('/'));
        String absent = one.replaceFirst("[0-9]{8}-", "20260101-");
        byte[] nothing = new byte[0];
        assertThat(system.post(one, "application/json", nothing).statusCode()).isEqualTo(202);
        system.post(absent, "application/json", nothing);
        Systems.without().post(one, "application/json", nothing);
        for (String path : List.of("", "/differences")) {
            Systems.without().get(one + path);
            system.get(one + path);
            system.get(one + path, "Accept", "image/png");
            system.get(absent + path);
        }
        system.get(one + "/differences?limit=0");
    }

    private static List<JsonNode> operations(JsonNode document) {
        return document.get("paths")
                .valueStream()
                .flatMap(item -> METHODS.stream().filter(item::has).map(item::get))
                .filter(operation -> !operation.get("operationId").asString().endsWith("Document"))
                .toList();
    }
}
