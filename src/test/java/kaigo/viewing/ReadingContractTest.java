package kaigo.viewing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import kaigo.Handles;
import kaigo.SampleOffice;
import kaigo.TestServer;
import kaigo.api.Contract;
import kaigo.api.Systems;
import kaigo.shared.InsurerNumber;
import kaigo.viewing.Provoked.Request;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The contract of the reading API and the server say the same; every answer of every test is held against it besides. */
class ReadingContractTest {

    private static final String JSON = Provoked.JSON;
    private static final String USERS = "/api/v1/users";

    /** What only a broken server answers, and no test breaks it so; ServeGuardsTest shows the 429. */
    private static final Set<String> NOT_PROVOKED = Set.of(
            "POST /api/v1/auth/login 429",
            "POST /api/v1/auth/login 503",
            "POST /api/v1/auth/refresh 503",
            "GET /api/v1/auth/me 500",
            "POST /api/v1/auth/logout 500");

    private final InsurerNumber insurer = TestServer.insurerDaily();
    private final Provoked probe = new Provoked(insurer, SampleOffice.near(insurer));

    @Test
    void the_codes_of_business_errors_are_those_of_the_rules() {
        assertThat(Provoked.texts(Contract.READING.at("/components/schemas/FaultCode/enum")))
                .containsExactlyInAnyOrderElementsOf(ErrorCatalogue.businessCodes());
    }

    @Test
    void the_parts_are_those_of_the_server() {
        JsonNode path = Contract.READING.get("paths").get("/api/v1/users/{id}/{part}");
        JsonNode part = path.at("/get/parameters/1");
        List<String> parts = Arrays.stream(Part.values()).map(Part::path).toList();
        assertThat(Provoked.texts(part.at("/schema/enum"))).isEqualTo(parts);
        assertThat(path.at("/get/description").asString()).contains(parts);
    }

    @Test
    void every_documented_answer_is_really_given() throws IOException {
        String body = "{\"userId\":\"%s\",\"password\":\"%s\"}".formatted(SampleOffice.LOGIN, SampleOffice.PASSWORD);
        provoke("POST", "/api/v1/auth/login", body);
        provoke(
                "POST",
                "/api/v1/auth/refresh",
                "{\"refreshToken\":\"" + probe.tokens().get("refreshToken").asString() + "\"}");
        for (Request request : requests()) {
            provoke(request.method(), request.path(), request.body());
        }
        provoke("DELETE", "/api/v1/start-notes/" + note(), "");
        probe.send("DELETE", "/api/v1/start-notes/x", "", JSON);
        provoke("POST", "/api/v1/auth/logout", "");
        probe.send("GET", USERS + "?limit=x", "", JSON);
        probe.send("GET", "/api/v1/changes?since=x", "", JSON);
        probe.send("GET", person() + "/consent?on=x", "", JSON);
        Systems.without().get("/openapi/reading-v1.yaml");
        List<Request> all = new ArrayList<>(requests());
        all.add(new Request("POST", "/api/v1/auth/logout", ""));
        probe.sendTooMuch(all);
        breakIt(body);

        Set<String> documented = Provoked.documented(Contract.READING);
        documented.removeAll(NOT_PROVOKED);
        assertThat(Contract.seen()).containsAll(documented);
    }

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

    /** The server may not read what it needs: in the answer itself, then already for the token. */
    private void breakIt(String signIn) throws IOException {
        String token = "Bearer " + probe.tokens().get("accessToken").asString();
        Provoked.without("select on insured.viewing_facts", () -> probe.sendAll(requests(), token));
        Provoked.without("select, insert on identity.card_challenge", () -> probe.sendAll(requests(), token));
        Provoked.without("select, insert on participants.start_note", () -> probe.sendAll(requests(), token));
        Provoked.without("select on identity.institution_account", () -> {
            probe.sendAll(requests(), token);
            probe.system.send("POST", "/api/v1/auth/logout", JSON, "", "Authorization", token);
            probe.system.send("POST", "/api/v1/auth/login", JSON, signIn);
            probe.system.send("POST", "/api/v1/auth/refresh", JSON, "{\"refreshToken\":\"x\"}");
        });
    }

    private String note() throws IOException {
        String body = "{\"insurerNumber\":\"139999\",\"reference\":\"A\"}";
        String token = "Bearer " + probe.tokens().get("accessToken").asString();
        return new JsonMapper()
                .readTree(probe.system
                        .send("POST", "/api/v1/start-notes", JSON, body, "Authorization", token)
                        .body())
                .at("/data/id")
                .asString();
    }

    private void provoke(String method, String path, String body) throws IOException {
        probe.provoke(new Request(method, path, body), person(), USERS + "/1");
    }
}
