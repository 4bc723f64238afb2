package kaigo.identity;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * 読取りの証明: a compact JWS by which a reader says that it has read a card, for a challenge, at an office, at a time
 * (docs/card-reader.md). One algorithm; whatever is not exactly so is none.
 *
 * @param office its holder, {@code office:…}
 */
record CardAssertion(String office, ReadCard card) {

    static final String TYPE = "kiban-card";
    static final String ALGORITHM = "ES256";

    private static final int LONGEST = 4_096;
    private static final String SIGNATURE = "SHA256withECDSAinP1363Format";
    private static final Pattern FORM = Pattern.compile("([A-Za-z0-9_-]+)\\.([A-Za-z0-9_-]+)\\.([A-Za-z0-9_-]+)");
    private static final JsonMapper JSON = new JsonMapper();

    /** @param keys of a reader by its name */
    static Optional<CardAssertion> read(String text, Function<String, Optional<PublicKey>> keys) {
        var parts = FORM.matcher(text);
        if (text.length() > LONGEST || !parts.matches()) {
            return Optional.empty();
        }
        try {
            JsonNode head = json(parts.group(1));
            String reader = word(head, "kid");
            if (!ALGORITHM.equals(word(head, "alg")) || !TYPE.equals(word(head, "typ")) || reader == null) {
                return Optional.empty();
            }
            Optional<PublicKey> key = keys.apply(reader);
            byte[] signed = (parts.group(1) + "." + parts.group(2)).getBytes(StandardCharsets.US_ASCII);
            if (key.isEmpty() || !isSigned(key.get(), signed, bytes(parts.group(3)))) {
                return Optional.empty();
            }
            return claims(reader, json(parts.group(2)));
        } catch (JacksonException
                | IllegalArgumentException
                | DateTimeException
                | GeneralSecurityException unreadable) {
            return Optional.empty();
        }
    }

    private static Optional<CardAssertion> claims(String reader, JsonNode claims) {
        String office = word(claims, "office");
        String nonce = word(claims, "nonce");
        String ticket = word(claims, "ticket");
        JsonNode readAt = claims.get("readAt");
        if (office == null || nonce == null || ticket == null || readAt == null || !readAt.isIntegralNumber()) {
            return Optional.empty();
        }
        Instant at = Instant.ofEpochSecond(readAt.asLong());
        return Optional.of(new CardAssertion(office, new ReadCard(reader, nonce, at, ticket)));
    }

    private static boolean isSigned(PublicKey key, byte[] text, byte[] signature) throws GeneralSecurityException {
        Signature check = Signature.getInstance(SIGNATURE);
        check.initVerify(key);
        check.update(text);
        return check.verify(signature);
    }

    private static @Nullable String word(JsonNode object, String name) {
        JsonNode value = object.get(name);
        return value != null && value.isString() ? value.asString() : null;
    }

    private static JsonNode json(String part) {
        return JSON.readTree(bytes(part));
    }

    private static byte[] bytes(String part) {
        return Base64.getUrlDecoder().decode(part);
    }
}
