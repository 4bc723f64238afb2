package kaigo.viewing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kaigo.SampleOffice;
import kaigo.api.Systems;
import kaigo.certificates.IssuedCertificate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The software of an office: signed in, over real TLS with the office's certificate. */
public final class OfficeSoftware {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String TYPE = "application/json";

    private final Systems system;
    private final String token;

    private OfficeSoftware(IssuedCertificate certificate) {
        this.system = Systems.with(certificate);
        this.token = ok(signIn(
                        "/api/v1/auth/login", Map.of("userId", SampleOffice.LOGIN, "password", SampleOffice.PASSWORD)))
                .get("accessToken")
                .asString();
    }

    public static OfficeSoftware of(SampleOffice office) {
        return new OfficeSoftware(office.certificate);
    }

    String token() {
        return token;
    }

    /** Of the same account with another certificate of its office. */
    static OfficeSoftware with(IssuedCertificate certificate) {
        return new OfficeSoftware(certificate);
    }

    void signOut() {
        ok(send("POST", "/api/v1/auth/logout", ""));
    }

    public HttpResponse<String> get(String path) {
        return send("GET", path, "");
    }

    HttpResponse<byte[]> bytes(String path) {
        try {
            return system.bytes(path, "Authorization", "Bearer " + token);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    HttpResponse<String> delete(String path) {
        return send("DELETE", path, "");
    }

    HttpResponse<String> verify(Map<String, ?> card) {
        return send("POST", "/api/v1/users", JSON.writeValueAsString(card));
    }

    HttpResponse<String> card(String assertion) {
        return post("/api/v1/users/card", Map.of("assertion", assertion));
    }

    public HttpResponse<String> post(String path, Map<String, ?> body) {
        return send("POST", path, JSON.writeValueAsString(body));
    }

    /** An act under a name of its own. */
    public HttpResponse<String> post(String path, Map<String, ?> body, String key) {
        return send("POST", path, JSON.writeValueAsString(body), "Idempotency-Key", key);
    }

    public HttpResponse<String> put(String path, Map<String, ?> body) {
        return send("PUT", path, JSON.writeValueAsString(body));
    }

    private HttpResponse<String> signIn(String path, Map<String, ?> body) {
        try {
            return system.post(path, TYPE, JSON.writeValueAsBytes(body));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HttpResponse<String> send(String method, String path, String body, String... more) {
        String[] headers = Stream.concat(Stream.of("Authorization", "Bearer " + token), Stream.of(more))
                .toArray(String[]::new);
        try {
            return system.send(method, path, TYPE, body, headers);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static JsonNode ok(HttpResponse<String> response) {
        JsonNode envelope = envelope(response);
        assertThat(envelope.get("result").asString()).as(response.body()).isEqualTo("OK");
        return envelope.get("data");
    }

    /** The code of the one error. */
    public static String ng(HttpResponse<String> response) {
        JsonNode envelope = envelope(response);
        assertThat(envelope.get("result").asString()).as(response.body()).isEqualTo("NG");
        assertThat(envelope.get("errors")).hasSize(1);
        assertThat(envelope.get("errors").get(0).get("message").asString()).isNotBlank();
        assertThat(envelope.get("errors").get(0).get("nextStep").asString()).isNotBlank();
        return envelope.get("errors").get(0).get("code").asString();
    }

    /** Where something is wrong. */
    public static List<String> items(HttpResponse<String> refused) {
        return envelope(refused)
                .get("errors")
                .valueStream()
                .filter(error -> error.has("item"))
                .map(error -> error.get("item").asString())
                .toList();
    }

    private static JsonNode envelope(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return JSON.readTree(response.body());
    }
}
