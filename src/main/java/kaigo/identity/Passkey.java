package kaigo.identity;

import java.time.Instant;
import org.springframework.security.web.webauthn.api.CredentialRecord;

/** パスキーの一つ, as its owner sees it. */
public record Passkey(String id, String label, Instant createdAt, Instant usedAt) {

    static Passkey of(CredentialRecord record) {
        return new Passkey(
                record.getCredentialId().toBase64UrlString(),
                record.getLabel(),
                record.getCreated(),
                record.getLastUsed());
    }
}
