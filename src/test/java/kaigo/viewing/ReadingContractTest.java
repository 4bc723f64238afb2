package kaigo.viewing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import kaigo.SampleOffice;
import kaigo.TestServer;
import kaigo.access.CheckAnswer;
import kaigo.access.rules.Reason;
import kaigo.api.Contract;
import kaigo.api.Systems;
import kaigo.shared.InsurerNumber;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The contract of the reading API and the server say the same; every answer of every test is held against it besides. */
class ReadingContractTest {

    private static final String JSON = "application/json";
    private static final String USERS = "/api/v1/users";

    /** What only a broken server answers. */
    private static final Set<String> NOT_PROVOKED = Set.of("500", "503");

    private final InsurerNumber insurer = TestServer.insurerDaily();
    private final SampleOffice office = SampleOffice.near(insurer);
    private final Systems system = Systems.with(office.certificate);

    @Test
    void the_codes_of_business_errors_are_those_of_the_rules() {
        Set<String> known = new TreeSet<>(Set.of("VALUE_WRONG"));
        Stream.of(Reason.values()).map(Reason::name).forEach(known::add);
        Stream.of(CheckAnswer.values())
                .filter(answer -> answer != CheckAnswer.VERIFIED)
                .map(CheckAnswer::name)
                .forEach(known::add);
        assertThat(texts(Contract.READING.at("/components/schemas/FaultCode/enum")))
                .containsExactlyInAnyOrderElementsOf(known);
    }

    @Test
    void the_parts_are_those_of_the_server() {
        JsonNode path = Contract.READING.get("paths").get("/api/v1/users/{insurerNumber}/{insuredNumber}/{part}");
        JsonNode part = path.at("/get/parameters/2");
        List<String> parts = Arrays.stream(Part.values()).map(Part::path).toList();
        assertThat(texts(part.at("/schema/enum"))).isEqualTo(parts);
        assertThat(path.at("/get/description").asString()).contains(parts);
    }

    @Test
    void every_documented_answer_is_really_given() throws IOException {
        String body = "{\"userId\":\"%s\",\"password\":\"%s\"}".formatted(SampleOffice.LOGIN, SampleOffice.PASSWORD);
        String person = USERS + "/" + insurer.value() + "/0000000001";
        provoke("POST", "/api/v1/auth/login", body);
        provoke(
                "POST",
                "/api/v1/auth/refresh",
                "{\"refreshToken\":\"" + tokens().get("refreshToken").asString() + "\"}");
        provoke("GET", "/api/v1/auth/me", "");
        provoke("GET", USERS, "");
        provoke("POST", USERS, "{}");
        provoke("POST", USERS + "/card-challenges", "");
        provoke("POST", USERS + "/card", "{\"assertion\":\"x\"}");
        provoke("GET", "/api/v1/start-notes", "");
        provoke("POST", "/api/v1/start-notes", "{\"insurerNumber\":\"139999\",\"reference\":\"A\"}");
        provoke("DELETE", "/api/v1/start-notes/" + note(), "");
        send("DELETE", "/api/v1/start-notes/x", "", JSON);
        provoke("DELETE", person, "");
        for (String part : List.of("/summary", "/file", "/cards", "/consent")) {
            provoke("GET", person + part, "");
        }
        provoke("POST", "/api/v1/auth/logout", "");
        send("GET", USERS + "?limit=x", "", JSON);
        send("GET", person + "/consent?on=x", "", JSON);
        Systems.without().get("/openapi/reading-v1.yaml");

        Set<String> documented = new TreeSet<>();
        Contract.READING
                .get("paths")
                .forEachEntry((path, item) ->
                        item.forEachEntry((method, operation) -> operation.get("responses").propertyNames().stream()
                                .filter(status -> !NOT_PROVOKED.contains(status))
                                .forEach(status -> documented.add(
                                        method.toUpperCase(java.util.Locale.ROOT) + " " + path + " " + status))));
        assertThat(Contract.seen()).containsAll(documented);
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
        send(method, path.replace("0000000001", "1"), body, JSON);
    }

    private void send(String method, String path, String body, String type, String... more) throws IOException {
        String token = "Bearer " + tokens().get("accessToken").asString();
        String[] headers = Stream.concat(Stream.of("Authorization", token), Stream.of(more))
                .toArray(String[]::new);
        system.send(method, path, type, body, headers);
    }

    private JsonNode tokens() throws IOException {
        String body = "{\"userId\":\"%s\",\"password\":\"%s\"}".formatted(SampleOffice.LOGIN, SampleOffice.PASSWORD);
        return new JsonMapper()
                .readTree(system.send("POST", "/api/v1/auth/login", JSON, body).body())
                .get("data");
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asString).toList();
    }
}
