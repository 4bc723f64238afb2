package kaigo.insured;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import kaigo.shared.InstitutionId;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Over HTTPS; the contract stands in docs/card-reader.md. */
public final class HttpCardLookup implements CardLookup {

    /** The care manager waits in front of the person. */
    public static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final int LONGEST_ANSWER = 4_096;
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final JsonMapper JSON = new JsonMapper();

    private final URI address;
    private final Duration patience;
    private final HttpClient http;

    /** @param tls holds our client certificate where the server asks for one */
    public HttpCardLookup(URI address, Duration patience, SSLContext tls) {
        this.address = address;
        this.patience = patience;
        this.http = AskedServers.client(tls, patience);
    }

    @Override
    public Optional<byte[]> redeem(String ticket, InstitutionId office) {
        HttpResponse<byte[]> answer = send(JSON.writeValueAsBytes(Map.of("ticket", ticket, "office", office.holder())));
        return switch (answer.statusCode()) {
            case OK -> Optional.of(key(answer.body()));
            case NOT_FOUND -> Optional.empty();
            default -> throw new CardLookupUnavailable("status " + answer.statusCode());
        };
    }

    private HttpResponse<byte[]> send(byte[] body) {
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(patience)
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .POST(BodyPublishers.ofByteArray(body))
                .build();
        try {
            return http.send(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), LONGEST_ANSWER));
        } catch (IOException broken) {
            throw new CardLookupUnavailable(broken.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CardLookupUnavailable("interrupted");
        }
    }

    private static byte[] key(byte[] body) {
        try {
            JsonNode key = JSON.readTree(body).get("pmhKey");
            if (key != null && key.isString() && !key.asString().isEmpty()) {
                return Base64.getUrlDecoder().decode(key.asString());
            }
        } catch (JacksonException | IllegalArgumentException unreadable) {
            // falls through: what can't be read is no answer
        }
        throw new CardLookupUnavailable("an answer that can't be read");
    }
}
