package kaigo.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/**
 * 先頭署名の公開鍵: one PEM file per key id in the data folder, written by the server, read by the verifier. A copy of them
 * kept elsewhere is what an auditor should use.
 */
public final class HeadKeys {

    private final Path folder;

    private HeadKeys(Path folder) {
        this.folder = folder;
    }

    public static HeadKeys in(Path folder) {
        return new HeadKeys(folder);
    }

    /** Keeps what stands there: a key id never gets another key. */
    public void publish(String keyId, String pem) {
        try {
            if (!Files.exists(file(keyId))) {
                Files.createDirectories(folder);
                Files.writeString(file(keyId), pem, StandardCharsets.US_ASCII);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** False for an unknown key as for a wrong signature. */
    public boolean isGenuine(byte[] message, AuditVerifier.Signature claimed) {
        if (!claimed.keyId().matches("[A-Za-z0-9._-]+") || !Files.exists(file(claimed.keyId()))) {
            return false;
        }
        try {
            java.security.Signature check = java.security.Signature.getInstance("Ed25519");
            check.initVerify(read(claimed.keyId()));
            check.update(message);
            return check.verify(claimed.bytes());
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    private PublicKey read(String keyId) throws GeneralSecurityException {
        try {
            String base64 =
                    Files.readString(file(keyId), StandardCharsets.US_ASCII).replaceAll("-----[A-Z ]+-----|\\s", "");
            return KeyFactory.getInstance("Ed25519")
                    .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(base64)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file(String keyId) {
        return folder.resolve("audit-head-key-" + keyId + ".pem");
    }
}
