package kaigo.keys;

import com.google.crypto.tink.DeterministicAead;
import com.google.crypto.tink.subtle.AesSiv;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * 伏せた名: short texts for places that others may see, as an address (AES-SIV, RFC 5297; proposed, ours). The same text has the
 * same name until the master key is rotated; older names are understood as long as their master key is on the ring. One that
 * did not come from here is nobody's. Safe for all threads.
 */
public final class ConcealedNames {

    /** Two AES-256 keys. */
    private static final int KEY = 64;

    private final byte[] purpose;
    private final List<DeterministicAead> ciphers;

    /** @param purpose names of one purpose mean nothing to another */
    public ConcealedNames(KeyRing keys, String purpose) {
        this.purpose = purpose.getBytes(StandardCharsets.UTF_8);
        this.ciphers = keys.masters().stream().map(ConcealedNames::cipher).toList();
    }

    private static DeterministicAead cipher(byte[] master) {
        try {
            return new AesSiv(Crypto.derive(master, "kiban concealed name", KEY).getEncoded());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Letters, digits, hyphens and underscores; 22 and four thirds of the text's length. */
    public String conceal(String text) {
        try {
            byte[] sealed = ciphers.getFirst().encryptDeterministically(text.getBytes(StandardCharsets.UTF_8), purpose);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public Optional<String> reveal(String name) {
        byte[] sealed;
        try {
            sealed = Base64.getUrlDecoder().decode(name);
        } catch (IllegalArgumentException noName) {
            return Optional.empty();
        }
        for (DeterministicAead cipher : ciphers) {
            try {
                return Optional.of(
                        new String(cipher.decryptDeterministically(sealed, purpose), StandardCharsets.UTF_8));
            } catch (GeneralSecurityException otherKey) {
                // perhaps the next one
            }
        }
        return Optional.empty();
    }
}
