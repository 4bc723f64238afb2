package kaigo.identity;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.interfaces.ECPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import kaigo.shared.InstitutionId;
import kaigo.shared.InstitutionViewer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * マイナンバーカードの読取り機: the readers that an office has registered, what they are to sign, and whether they did
 * (docs/card-reader.md; proposed, ours).
 */
@Component
public class CardReaders {

    private static final int NONCE_BYTES = 32;
    private static final int P256_BITS = 256;

    /** How far the clock of an office's PC may be off. */
    private static final Duration SKEW = Duration.ofSeconds(60);

    private final CardReaderStore store;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    CardReaders(CardReaderStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /** For programs without Spring. */
    public static CardReaders on(JdbcClient database, InstantSource clock) {
        return new CardReaders(new CardReaderStore(database), clock);
    }

    /** Adds the reader, or gives it another key. Throws IllegalArgumentException if it is no key of the curve P-256. */
    public void register(InstitutionId office, String reader, byte[] publicKey) {
        key(publicKey);
        store.put(office, reader, publicKey, clock.instant());
    }

    /** @return false if there is no such reader */
    public boolean revoke(InstitutionId office, String reader) {
        return store.revoke(office, reader, clock.instant());
    }

    public List<String> list(InstitutionId office) {
        return store.list(office);
    }

    public CardChallenge begin(InstitutionViewer viewer, Duration life) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        String text = Base64.getUrlEncoder().withoutPadding().encodeToString(nonce);
        Instant now = clock.instant();
        store.addChallenge(viewer, hash(text), now, now.plus(life));
        return new CardChallenge(text, now.plus(life));
    }

    /**
     * The card, if a reader of this very office has signed an open challenge of this very viewer, just now. The challenge is
     * not used up by it: {@link #use}.
     */
    public Optional<ReadCard> accept(InstitutionViewer viewer, String assertion, Duration life) {
        InstitutionId office = viewer.institution();
        Instant now = clock.instant();
        return CardAssertion.read(
                        assertion, reader -> store.findKey(office, reader).map(CardReaders::key))
                .filter(read -> read.office().equals(office.holder()))
                .map(CardAssertion::card)
                .filter(card -> !card.readAt().isAfter(now.plus(SKEW))
                        && !card.readAt().isBefore(now.minus(life).minus(SKEW)))
                .filter(card -> store.isOpen(viewer, hash(card.nonce()), now));
    }

    /** In the running transaction, once. */
    public boolean use(InstitutionViewer viewer, ReadCard card) {
        return store.use(viewer, hash(card.nonce()), clock.instant());
    }

    private static PublicKey key(byte[] encoded) {
        try {
            PublicKey key = KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(encoded));
            if (key instanceof ECPublicKey point
                    && point.getParams().getCurve().getField().getFieldSize() == P256_BITS) {
                return key;
            }
            throw new IllegalArgumentException("no key of the curve P-256");
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("no public key", e);
        }
    }

    private static byte[] hash(String nonce) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(nonce.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
