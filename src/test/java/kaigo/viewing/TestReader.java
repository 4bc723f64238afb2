package kaigo.viewing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.Map;
import kaigo.TestServer;
import tools.jackson.databind.json.JsonMapper;

/** A reader of a test's own, which signs what it is told to; and a way to the simulated one. */
final class TestReader {

    private static final JsonMapper JSON = new JsonMapper();

    private final String name;
    private final KeyPair key;

    TestReader(String name) {
        this.name = name;
        try {
            KeyPairGenerator keys = KeyPairGenerator.getInstance("EC");
            keys.initialize(new ECGenParameterSpec("secp256r1"));
            this.key = keys.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What the demo's reader answers with the card of a fictitious person on it. */
    static String simulated(String office, String challenge, String person) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(TestServer.url() + "/demo/card-reader/read"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(
                        JSON.writeValueAsString(Map.of("office", office, "challenge", challenge, "person", person))))
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            return JSON.readTree(answer.body()).get("assertion").asString();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    String name() {
        return name;
    }

    byte[] publicKey() {
        return key.getPublic().getEncoded();
    }

    String sign(String office, String nonce, long readAt, String ticket) {
        return sign(head("ES256", "kiban-card"), claims(office, nonce, readAt, ticket));
    }

    /** Rightly signed, but for another algorithm or purpose. */
    String signAs(String algorithm, String type, String office, String nonce) {
        long now = TestServer.bean(java.time.InstantSource.class).instant().getEpochSecond();
        return sign(head(algorithm, type), claims(office, nonce, now, "ticket"));
    }

    /** Changed after it was signed. */
    String tampered(String office, String nonce) {
        long now = TestServer.bean(java.time.InstantSource.class).instant().getEpochSecond();
        String[] parts = sign(office, nonce, now, "ticket").split("\\.");
        return parts[0] + "." + part(claims(office, nonce, now, "another")) + "." + parts[2];
    }

    private String head(String algorithm, String type) {
        return JSON.writeValueAsString(Map.of("alg", algorithm, "typ", type, "kid", name));
    }

    private static String claims(String office, String nonce, long readAt, String ticket) {
        return JSON.writeValueAsString(Map.of("office", office, "nonce", nonce, "readAt", readAt, "ticket", ticket));
    }

    private String sign(String head, String claims) {
        try {
            String text = part(head) + "." + part(claims);
            Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
            signature.initSign(key.getPrivate());
            signature.update(text.getBytes(StandardCharsets.US_ASCII));
            return text + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String part(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
