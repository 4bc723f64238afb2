package kaigo.viewing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import kaigo.SampleOffice;
import kaigo.TestServer;
import kaigo.api.IdempotencyKey;
import kaigo.api.Systems;
import kaigo.platform.DatabaseAddress;
import kaigo.platform.RateLimits;
import kaigo.shared.InstitutionViewer;
import kaigo.shared.InsurerNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks an operation in every way that its contract has an answer for: each answer is held against the contract. */
final class Provoked {

    static final String JSON = "application/json";

    private static final String KEY = "provoked-1";

    private final InsurerNumber insurer;
    final Systems system;

    Provoked(InsurerNumber insurer, SampleOffice office) {
        this.insurer = insurer;
        this.system = Systems.with(office.certificate);
    }

    record Request(String method, String path, String body) {}

    interface Sending {
        void send() throws IOException;
    }

    /** Rightly, without and with a wrong certificate, in a strange form, and where there is nothing. */
    void provoke(Request request, String there, String nowhere) throws IOException {
        String method = request.method();
        String path = request.path();
        send(method, path, request.body(), JSON);
        Systems.without().send(method, path, JSON, request.body());
        Systems.of(insurer).send(method, path, JSON, request.body());
        send(method, path, request.body(), JSON, "Accept", "image/png");
        if (method.startsWith("P")) {
            send(method, path, "no JSON", JSON);
            send(method, path, request.body(), "text/plain");
        }
        send(method, path.replace(there, nowhere), request.body(), JSON);
    }

    void send(String method, String path, String body, String type, String... more) throws IOException {
        String token = "Bearer " + tokens().get("accessToken").asString();
        String[] headers = Stream.concat(Stream.of("Authorization", token, IdempotencyKey.HEADER, KEY), Stream.of(more))
                .toArray(String[]::new);
        system.send(method, path, type, body, headers);
    }

    void sendAll(List<Request> requests, String token) throws IOException {
        for (Request request : requests) {
            String[] headers = {"Authorization", token, IdempotencyKey.HEADER, KEY};
            system.send(request.method(), request.path(), JSON, request.body(), headers);
        }
    }

    /** One account uses up its share of the minute; the others go on. */
    void sendTooMuch(List<Request> requests) throws IOException {
        SampleOffice busy = SampleOffice.second(insurer);
        Systems its = Systems.with(busy.certificate);
        String token = "Bearer " + tokens(its).get("accessToken").asString();
        InstitutionViewer viewer = busy.viewer();
        RateLimits limits = TestServer.bean(RateLimits.class);
        while (limits.take(viewer).granted()) {}
        for (Request request : requests) {
            HttpResponse<String> answer =
                    its.send(request.method(), request.path(), JSON, request.body(), "Authorization", token);
            assertThat(answer.statusCode()).isEqualTo(429);
            assertThat(answer.headers().firstValue("RateLimit").orElseThrow()).matches("\"account\";r=0;t=[1-9][0-9]?");
            assertThat(answer.headers().firstValue("Retry-After").orElseThrow()).matches("[1-9][0-9]?");
        }
        HttpResponse<String> other = system.send(
                "GET",
                "/api/v1/users",
                JSON,
                "",
                "Authorization",
                "Bearer " + tokens().get("accessToken").asString());
        assertThat(other.statusCode()).isEqualTo(200);
        assertThat(other.headers().firstValue("RateLimit-Policy")).contains("\"account\";q=100000;w=60");
    }

    /** The server may not read or write what it needs. */
    static void without(String right, Sending sending) throws IOException {
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

    JsonNode tokens() throws IOException {
        return tokens(system);
    }

    private static JsonNode tokens(Systems system) throws IOException {
        String body = "{\"userId\":\"%s\",\"password\":\"%s\"}".formatted(SampleOffice.LOGIN, SampleOffice.PASSWORD);
        return new JsonMapper()
                .readTree(system.send("POST", "/api/v1/auth/login", JSON, body).body())
                .get("data");
    }

    /** Answers of all operations of a contract, as {@code GET /v1/… 200}. */
    static Set<String> documented(JsonNode contract) {
        Set<String> documented = new TreeSet<>();
        contract.get("paths")
                .forEachEntry((path, item) ->
                        item.forEachEntry((method, operation) -> operation.get("responses").propertyNames().stream()
                                .forEach(status ->
                                        documented.add(method.toUpperCase(Locale.ROOT) + " " + path + " " + status))));
        return documented;
    }

    static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asString).toList();
    }
}
