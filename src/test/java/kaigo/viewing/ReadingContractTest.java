package kaigo.viewing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import kaigo.Handles;
import kaigo.SampleOffice;
import kaigo.TestServer;
import kaigo.api.Contract;
import kaigo.api.Systems;
import kaigo.platform.DatabaseAddress;
import kaigo.platform.RateLimits;
import kaigo.shared.InstitutionViewer;
import kaigo.shared.InsurerNumber;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The contract of the reading API and the server say the same; every answer of every test is held against it besides. */
class ReadingContractTest {

    private static final String JSON = "application/json";
    private static final String USERS = "/api/v1/users";

    /** What only a broken server answers, and no test breaks it so; ServeGuardsTest shows the 429. */
    private static final Set<String> NOT_PROVOKED = Set.of(
            "POST /api/v1/auth/login 429",
            "POST /api/v1/auth/login 503",
            "POST /api/v1/auth/refresh 503",
            "GET /api/v1/auth/me 500",
            "POST /api/v1/auth/logout 500");

    private final InsurerNumber insurer = TestServer.insurerDaily();
    private final SampleOffice office = SampleOffice.near(insurer);
    private final Systems system = Systems.with(office.certificate);

    @Test
    void the_codes_of_business_errors_are_those_of_the_rules() {
        assertThat(texts(Contract.READING.at("/components/schemas/FaultCode/enum")))
                .containsExactlyInAnyOrderElementsOf(ErrorCatalogue.businessCodes());
    }

    @Test
    void the_parts_are_those_of_the_server() {
        JsonNode path = Contract.READING.get("paths").get("/api/v1/users/{id}/{part}");
        JsonNode part = path.at("/get/parameters/1");
        List<String> parts = Arrays.stream(Part.values()).map(Part::path).toList();
        assertThat(texts(part.at("/schema/enum"))).isEqualTo(parts);
        assertThat(path.at("/get/description").asString()).contains(parts);
    }

    @Test
    void every_documented_answer_is_really_given() throws IOException {
        String body = "{\"userId\":\"%s\",\"password\":\"%s\"}".formatted(SampleOffice.LOGIN, SampleOffice.PASSWORD);
        provoke("POST", "/api/v1/auth/login", body);
        provoke(
                "POST",
                "/api/v1/auth/refresh",
                "{\"refreshToken\":\"" + tokens().get("refreshToken").asString() + "\"}");
        for (Request request : requests()) {
            provoke(request.method(), request.path(), request.body());
        }
        provoke("DELETE", "/api/v1/start-notes/" + note(), "");
        send("DELETE", "/api/v1/start-notes/x", "", JSON);
        provoke("POST", "/api/v1/auth/logout", "");
        send("GET", USERS + "?limit=x", "", JSON);
        send("GET", "/api/v1/changes?since=x", "", JSON);
        send("GET", person() + "/consent?on=x", "", JSON);
        Systems.without().get("/openapi/reading-v1.yaml");
        sendTooMuch();
        breakIt(body);

        Set<String> documented = new TreeSet<>();
        Contract.READING
                .get("paths")
                .forEachEntry((path, item) ->
                        item.forEachEntry((method, operation) -> operation.get("responses").propertyNames().stream()
                                .forEach(status -> documented.add(
                                        method.toUpperCase(java.util.Locale.ROOT) + " " + path + " " + status))));
        documented.removeAll(NOT_PROVOKED);
        assertThat(Contract.seen()).containsAll(documented);
    }

    private record Request(String method, String path, String body) {}

    /** Of every operation behind a token but signing out. */
    private List<Request> requests() {
        return Stream.concat(
                        Stream.of(
                                new Request("GET", "/api/v1/auth/me", ""),
                                new Request("GET", USERS, ""),
                                new Request(
                                        "POST",
                                        USERS,
                                        "{\"insurerNumber\":\"%s\",\"insuredNumber\":\"0000000001\"}"
                                                .formatted(insurer.value())),
                                new Request("GET", "/api/v1/changes", ""),
                                new Request("POST", USERS + "/card-challenges", ""),
                                new Request("POST", USERS + "/card", "{\"assertion\":\"x\"}"),
                                new Request("GET", "/api/v1/start-notes", ""),
                                new Request(
                                        "POST",
                                        "/api/v1/start-notes",
                                        "{\"insurerNumber\":\"139999\",\"reference\":\"A\"}"),
                                new Request("DELETE", "/api/v1/start-notes/" + UUID.randomUUID(), ""),
                                new Request("DELETE", person(), "")),
                        Stream.of(
                                        "/summary",
                                        "/file",
                                        "/cards",
                                        "/consent",
                                        "/certifications/1/survey",
                                        "/forms/" + "0".repeat(64))
                                .map(part -> new Request("GET", person() + part, "")))
                .toList();
    }

    private String person() {
        return USERS + "/" + Handles.of(insurer, "0000000001");
    }

    /** One account uses up its share of the minute; the others go on. */
    private void sendTooMuch() throws IOException {
        SampleOffice busy = SampleOffice.second(insurer);
        Systems its = Systems.with(busy.certificate);
        String token = "Bearer " + tokens(its).get("accessToken").asString();
        InstitutionViewer viewer = busy.viewer();
        RateLimits limits = TestServer.bean(RateLimits.class);
        while (limits.take(viewer).granted()) {}
        List<Request> all = new ArrayList<>(requests());
        all.add(new Request("POST", "/api/v1/auth/logout", ""));
        for (Request request : all) {
            HttpResponse<String> answer =
                    its.send(request.method(), request.path(), JSON, request.body(), "Authorization", token);
            assertThat(answer.statusCode()).isEqualTo(429);
            assertThat(answer.headers().firstValue("RateLimit").orElseThrow()).matches("\"account\";r=0;t=[1-9][0-9]?");
            assertThat(answer.headers().firstValue("Retry-After").orElseThrow()).matches("[1-9][0-9]?");
        }
        HttpResponse<String> other = system.send(
                "GET",
                USERS,
                JSON,
                "",
                "Authorization",
                "Bearer " + tokens().get("accessToken").asString());
        assertThat(other.statusCode()).isEqualTo(200);
        assertThat(other.headers().firstValue("RateLimit-Policy")).contains("\"account\";q=100000;w=60");
    }

    /** The server may not read what it needs: in the answer itself, then already for the token. */
    private void breakIt(String signIn) throws IOException {
        String token = "Bearer " + tokens().get("accessToken").asString();
        without("select on insured.viewing_facts", () -> sendAll(token));
        without("select, insert on identity.card_challenge", () -> sendAll(token));
        without("select, insert on participants.start_note", () -> sendAll(token));
        without("select on identity.institution_account", () -> {
            sendAll(token);
            system.send("POST", "/api/v1/auth/logout", JSON, "", "Authorization", token);
            system.send("POST", "/api/v1/auth/login", JSON, signIn);
            system.send("POST", "/api/v1/auth/refresh", JSON, "{\"refreshToken\":\"x\"}");
        });
    }

    private void sendAll(String token) throws IOException {
        for (Request request : requests()) {
            system.send(request.method(), request.path(), JSON, request.body(), "Authorization", token);
        }
    }

    private interface Sending {
        void send() throws IOException;
    }

    private static void without(String right, Sending sending) throws IOException {
        DatabaseAddress database = TestServer.database();
        JdbcClient owner = JdbcClient.create(new DriverManagerDataSource(
                database.url(), database.owner().name(), database.owner().password()));
        owner.sql("revoke " + right + " from kiban_app").update();
        try {
            sending.send();
        } finally {
            owner.sql("grant " + right + " to kiban_app").update();
        }
    }

    private String note() throws IOException {
        String body = "{\"insurerNumber\":\"139999\",\"reference\":\"A\"}";
        String token = "Bearer " + tokens().get("accessToken").asString();
        return new JsonMapper()
                .readTree(system.send("POST", "/api/v1/start-notes", JSON, body, "Authorization", token)
                        .body())
                .at("/data/id")
                .asString();
    }

    /** Rightly, without and with a wrong certificate, in a strange form, and where there is nothing. */
    private void provoke(String method, String path, String body) throws IOException {
        send(method, path, body, JSON);
        Systems.without().send(method, path, JSON, body);
        Systems.of(insurer).send(method, path, JSON, body);
        send(method, path, body, JSON, "Accept", "image/png");
        if (method.equals("POST")) {
            send(method, path, "no JSON", JSON);
            send(method, path, body, "text/plain");
        }
        send(method, path.replace(person(), USERS + "/1"), body, JSON);
    }

    private void send(String method, String path, String body, String type, String... more) throws IOException {
        String token = "Bearer " + tokens().get("accessToken").asString();
        String[] headers = Stream.concat(Stream.of("Authorization", token), Stream.of(more))
                .toArray(String[]::new);
        system.send(method, path, type, body, headers);
    }

    private JsonNode tokens() throws IOException {
        return tokens(system);
    }

    private static JsonNode tokens(Systems system) throws IOException {
        String body = "{\"userId\":\"%s\",\"password\":\"%s\"}".formatted(SampleOffice.LOGIN, SampleOffice.PASSWORD);
        return new JsonMapper()
                .readTree(system.send("POST", "/api/v1/auth/login", JSON, body).body())
                .get("data");
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asString).toList();
    }
}
