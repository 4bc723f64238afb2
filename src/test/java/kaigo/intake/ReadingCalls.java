package kaigo.intake;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kaigo.Handles;
import kaigo.SampleOffice;
import kaigo.api.Systems;
import kaigo.intake.OneEntryTest.Call;
import kaigo.shared.InsurerNumber;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The routes of the reading API, and those by which an insurer reads what comes of it. */
record ReadingCalls(InsurerNumber insurer, Systems own, Systems system) {

    private static final String JSON = "application/json";
    private static final String USERS = "/api/v1/users";
    private static final String OUTBOX = "/v1/insurers/{insurerNumber}/outbox";
    private static final String PERSON = USERS + "/{id}";

    static ReadingCalls of(InsurerNumber insurer) {
        return new ReadingCalls(insurer, Systems.of(insurer), Systems.with(SampleOffice.near(insurer).certificate));
    }

    Map<String, List<Call>> list() {
        String person = USERS + "/" + Handles.of(insurer, "0000000001");
        String card = "{\"insurerNumber\":\"%s\",\"insuredNumber\":\"0000000001\"}".formatted(insurer.value());
        Map<String, List<Call>> calls = new TreeMap<>(Map.of(
                "POST /api/v1/auth/login",
                List.of(() -> signIn(SampleOffice.PASSWORD), () -> signIn("not-the-password")),
                "POST /api/v1/auth/refresh",
                List.of(this::refresh, () -> refresh("no token")),
                "POST /api/v1/auth/logout",
                List.of(() -> send("POST", "/api/v1/auth/logout", "")),
                "GET " + USERS,
                List.of(() -> send("GET", USERS, "")),
                "POST " + USERS,
                List.of(() -> send("POST", USERS, card)),
                "DELETE " + PERSON,
                List.of(() -> send("DELETE", person, "")),
                "GET " + PERSON + "/summary",
                List.of(() -> send("GET", person + "/summary", "")),
                "GET " + PERSON + "/file",
                List.of(() -> send("GET", person + "/file", "")),
                "GET " + PERSON + "/{part}",
                List.of(() -> send("GET", person + "/cards", ""), () -> send("GET", person + "/forms", ""))));
        calls.put(
                "GET " + PERSON + "/certifications/{historyNo}/{paper}",
                List.of(() -> send("GET", person + "/certifications/1/survey", "")));
        calls.put(
                "GET " + PERSON + "/forms/{sha256}",
                List.of(() -> send("GET", person + "/forms/" + "0".repeat(64), "")));
        calls.put("GET /api/v1/changes", List.of(() -> send("GET", "/api/v1/changes", "")));
        calls.put("POST " + USERS + "/card", List.of(() -> send("POST", USERS + "/card", "{\"assertion\":\"x\"}")));
        calls.put("GET " + PERSON + "/consent", List.of(() -> send("GET", person + "/consent", "")));
        String outbox = "/v1/insurers/" + insurer.value() + "/outbox";
        calls.put("GET " + OUTBOX, List.of(() -> own.get(outbox)));
        calls.put("GET " + OUTBOX + "/{id}", List.of(() -> own.get(outbox + "/1")));
        calls.put(
                "POST " + OUTBOX + "/{id}/ack",
                List.of(() -> own.send("POST", outbox + "/1/ack", JSON, "{\"answer\":\"RECEIVED\"}")));
        return calls;
    }

    private HttpResponse<String> signIn(String password) throws IOException {
        String body = "{\"userId\":\"%s\",\"password\":\"%s\"}".formatted(SampleOffice.LOGIN, password);
        return system.send("POST", "/api/v1/auth/login", JSON, body);
    }

    private HttpResponse<String> refresh() throws IOException {
        return refresh(signedIn().get("refreshToken").asString());
    }

    private HttpResponse<String> refresh(String token) throws IOException {
        return system.send("POST", "/api/v1/auth/refresh", JSON, "{\"refreshToken\":\"%s\"}".formatted(token));
    }

    private JsonNode signedIn() throws IOException {
        return new JsonMapper().readTree(signIn(SampleOffice.PASSWORD).body()).get("data");
    }

    private HttpResponse<String> send(String method, String path, String body) throws IOException {
        String token = signedIn().get("accessToken").asString();
        return system.send(method, path, JSON, body, "Authorization", "Bearer " + token);
    }
}
