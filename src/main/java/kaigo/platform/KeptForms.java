package kaigo.platform;

import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import kaigo.screens.SignedIn;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;

/**
 * 送れなかった入力: what somebody had typed when the session was over, kept until the same account signs in anew and sends it or
 * throws it away. In this server's memory only, as its sessions are; at most one form of each account, the newest.
 */
@Component
final class KeptForms implements HttpSessionListener {

    private static final Duration KEPT = Duration.ofHours(12);
    private static final int ACCOUNTS = 10_000;

    private final InstantSource clock;
    private final Map<String, Ended> ended = bounded();
    private final Map<String, Kept> kept = bounded();

    KeptForms(InstantSource clock) {
        this.clock = clock;
    }

    /** Somebody whose session ended because its time was over. */
    record Ended(String actor, SignedIn user, Instant at) {}

    record Kept(TypedForm form, Instant at) {}

    private static <T> Map<String, T> bounded() {
        return new LinkedHashMap<>() {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, T> eldest) {
                return size() > ACCOUNTS;
            }
        };
    }

    /** Not of whoever signed out, or was signed out. */
    @Override
    public void sessionDestroyed(HttpSessionEvent event) {
        HttpSession session = event.getSession();
        if (isOverByTime(session)
                && session.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY)
                        instanceof SecurityContext context
                && context.getAuthentication() != null
                && context.getAuthentication().getPrincipal() instanceof SignedIn user) {
            String actor = Actors.of(user);
            PageTokens.of(session).ifPresent(token -> ended(token, new Ended(actor, user, clock.instant())));
            UnsentForms.of(session, actor).newest().ifPresent(form -> keep(actor, form));
        }
    }

    /** By the machine's time, which is the container's. */
    private static boolean isOverByTime(HttpSession session) {
        long now = System.currentTimeMillis();
        return now - session.getLastAccessedTime() >= session.getMaxInactiveInterval() * 1000L
                || now - session.getCreationTime() > SessionEnd.LONGEST.toMillis();
    }

    private synchronized void ended(String token, Ended one) {
        ended.put(token, one);
    }

    /**
     * Whose session it was, if its time was over not long ago.
     *
     * @param token of the session's pages
     */
    synchronized Optional<Ended> ended(String token) {
        return Optional.ofNullable(ended.get(token)).filter(one -> isFresh(one.at()));
    }

    synchronized void keep(String actor, TypedForm form) {
        kept.put(actor, new Kept(form, clock.instant()));
    }

    synchronized Optional<Kept> of(String actor) {
        kept.values().removeIf(one -> !isFresh(one.at()));
        return Optional.ofNullable(kept.get(actor));
    }

    /** It was sent, or thrown away. */
    synchronized void forget(String actor) {
        kept.remove(actor);
    }

    private boolean isFresh(Instant at) {
        return clock.instant().isBefore(at.plus(KEPT));
    }
}
