package kaigo.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import kaigo.audit.AuditEntry;
import kaigo.audit.AuditEvent;
import kaigo.audit.AuditLog;
import kaigo.identity.InstitutionSessionStore.Running;
import kaigo.identity.InstitutionSessionStore.Session;
import kaigo.shared.InstitutionId;
import kaigo.shared.InstitutionViewer;
import org.springframework.stereotype.Component;

/**
 * ソフトウェアのサインイン of an institution (issue note "webservice" 2.3): certificate and password give an access token for 60
 * minutes and a refresh token for 8 hours. Only their hashes are kept. Each is asked for anew at every request: a stopped
 * or locked account, a new password, a revoked certificate end it from the next one on (settled 19).
 */
@Component
public class InstitutionSessions {

    static final Duration ACCESS = Duration.ofMinutes(60);
    static final Duration REFRESH = Duration.ofHours(8);

    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final InstitutionAccounts accounts;
    private final InstitutionSessionStore store;
    private final AuditLog audit;
    private final InstantSource clock;

    InstitutionSessions(
            InstitutionAccounts accounts, InstitutionSessionStore store, AuditLog audit, InstantSource clock) {
        this.accounts = accounts;
        this.store = store;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param fingerprint of the certificate that the connection showed */
    public Optional<Tokens> signIn(Client client, String login, String password) {
        return accounts.signIn(client.institution(), login, password, client.requestId())
                .map(account -> {
                    Instant now = clock.instant();
                    store.forgetOld(account, now);
                    Tokens tokens = tokens(REFRESH);
                    store.add(session(tokens, now, now.plus(REFRESH)), account, client.fingerprint());
                    return tokens;
                });
    }

    /** Whose connection it is: the holder of the certificate that it showed. */
    public record Client(InstitutionId institution, String fingerprint, String requestId) {}

    /**
     * New tokens for old; the old ones are worth nothing from now on. A refresh token that comes a second time was copied:
     * whoever has one of the two, the sign-in is over.
     */
    public Optional<Tokens> refresh(Client client, String refreshToken) {
        Instant now = clock.instant();
        byte[] shown = hash(refreshToken);
        Optional<Running> running = store.findRunning(shown, client, now);
        if (running.isPresent()) {
            Instant until = running.get().until();
            Tokens tokens = tokens(Duration.between(now, until));
            if (store.turn(shown, session(tokens, now, until))) {
                String actor =
                        client.institution().holder() + '/' + running.get().login();
                audit.record(AuditEntry.of(client.requestId(), AuditEvent.TOKEN_REFRESHED, actor, Map.of()));
                return Optional.of(tokens);
            }
        }
        accounts.refused(client, store.endSpent(shown, now) ? "a refresh token came twice" : "refresh token not good");
        return Optional.empty();
    }

    /** Who asks, if the token is good for this connection. */
    public Optional<InstitutionViewer> find(Client client, String accessToken) {
        return store.findLogin(hash(accessToken), client, clock.instant())
                .map(login ->
                        new InstitutionViewer(client.institution(), login, client.fingerprint(), client.requestId()));
    }

    /** サインアウト: both tokens are worth nothing from now on. */
    public void end(InstitutionViewer viewer, String accessToken) {
        audit.record(AuditEntry.of(viewer.requestId(), AuditEvent.SIGNED_OUT, viewer.actor(), Map.of()));
        store.end(hash(accessToken), clock.instant());
    }

    private static Tokens tokens(Duration refreshLife) {
        Duration accessLife = refreshLife.compareTo(ACCESS) < 0 ? refreshLife : ACCESS;
        return new Tokens(random(), random(), accessLife, refreshLife);
    }

    private static Session session(Tokens tokens, Instant now, Instant refreshUntil) {
        return new Session(hash(tokens.access()), now.plus(tokens.accessLife()), hash(tokens.refresh()), refreshUntil);
    }

    private static String random() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
