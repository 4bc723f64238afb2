package kaigo.platform;

import jakarta.annotation.PreDestroy;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import kaigo.api.ApiError;
import kaigo.audit.AuditEntry;
import kaigo.audit.AuditEvent;
import kaigo.audit.AuditLog;
import kaigo.audit.AuditUnavailable;
import kaigo.identity.CertificateCheck;
import kaigo.identity.ClientCertificates;
import kaigo.platform.ShownCertificate.Good;
import kaigo.shared.UuidV7;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;

/**
 * 門の手前で断った要求 on record: who, why, and which route; never the path itself, which may name a person. Whoever is known
 * has an entry for each. Strangers, and those whom a limit or an ended certificate stops, are counted: one entry a minute for
 * each kind (and account), with how many there were since the one before. So nobody can fill the stream from before the gate.
 */
@Component
final class Refusals {

    /** Why. */
    enum Kind {
        /** Of pages that are for somebody else. */
        ROLE,
        /** A form without the token of its page (CSRF). */
        PAGE_TOKEN,
        /** Sent by another site's page. */
        OTHER_SITE,
        /** Of another insurer, or not there at all. */
        OTHER_PATH,
        /** Written in a strange way. */
        FIREWALL,
        /** Not the form that the route asks for. */
        FORM,
        CERTIFICATE_MISSING,
        CERTIFICATE_UNKNOWN,
        CERTIFICATE_OF_NO_INSTITUTION,
        CERTIFICATE_REVOKED,
        CERTIFICATE_EXPIRED,
        TOKEN_MISSING,
        TOKEN_NOT_GOOD,
        TOO_MANY_REQUESTS,
        TOO_MANY_SIGN_INS;

        /** Comes as often as somebody likes who is to be stopped. */
        private boolean isCounted() {
            return switch (this) {
                case CERTIFICATE_REVOKED, CERTIFICATE_EXPIRED, TOO_MANY_REQUESTS, TOO_MANY_SIGN_INS -> true;
                case ROLE, PAGE_TOKEN, OTHER_SITE, OTHER_PATH, FIREWALL, FORM -> false;
                case CERTIFICATE_MISSING, CERTIFICATE_UNKNOWN, CERTIFICATE_OF_NO_INSTITUTION -> false;
                case TOKEN_MISSING, TOKEN_NOT_GOOD -> false;
            };
        }
    }

    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);
    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final String STRANGER = "unknown";
    private static final String RECORDED = Refusals.class.getName();

    private final AuditLog audit;
    private final UuidV7 ids;
    private final ObjectProvider<RequestMappingHandlerMapping> routes;

    /** No more of them than kinds times accounts: a stranger has none. */
    private final ConcurrentHashMap<Counted, Window> windows = new ConcurrentHashMap<>();

    Refusals(
            AuditLog audit,
            UuidV7 ids,
            @Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> routes) {
        this.audit = audit;
        this.ids = ids;
        this.routes = routes;
    }

    private record Counted(Kind kind, String actor) {}

    /**
     * @param begun by the machine's own ticks
     * @param before not written in the window before this one
     * @param held not written in this one
     */
    private record Window(long begun, long before, long held) {

        Window next(long now) {
            return now - begun >= WINDOW.toNanos() ? new Window(now, held, 0) : new Window(begun, before, held + 1);
        }
    }

    /** Before every chain: whoever has a session, or a good certificate, is known all the same. */
    void recordRejected(HttpServletRequest request, ClientCertificates certificates) {
        String signedIn = Actors.of(request);
        record(request, Kind.FIREWALL, signedIn == null ? holder(request, certificates) : signedIn);
    }

    private static @Nullable String holder(HttpServletRequest request, ClientCertificates certificates) {
        return ShownCertificate.of(request, certificates) instanceof Good(CertificateCheck.Accepted client)
                ? Actors.of(client.holder(), client.fingerprint())
                : null;
    }

    /** Of whoever is signed in, or of a stranger. */
    void record(HttpServletRequest request, Kind kind) {
        record(request, kind, Actors.of(request));
    }

    /** As a system or an institution is told. What only is away is no refusal. */
    void record(HttpServletRequest request, ApiError error, @Nullable String actor) {
        switch (error) {
            case UNAVAILABLE -> {
                // Nobody is refused.
            }
            case NOT_FOUND ->
                record(
                        request,
                        ShownCertificate.isSentByAnotherSite(request) ? Kind.OTHER_SITE : Kind.OTHER_PATH,
                        actor);
            default -> record(request, Kind.valueOf(error.name()), actor);
        }
    }

    /** Once for each request, whoever refuses it after the first. It stays refused where it cannot be put on record. */
    void record(HttpServletRequest request, Kind kind, @Nullable String known) {
        if (request.getAttribute(RECORDED) != null) {
            return;
        }
        request.setAttribute(RECORDED, kind);
        String actor = known == null ? STRANGER : known;
        long unwritten = 0;
        if (known == null || kind.isCounted()) {
            long now = System.nanoTime();
            Window window =
                    windows.merge(new Counted(kind, actor), new Window(now, 0, 0), (held, fresh) -> held.next(now));
            if (window.held() > 0) {
                return;
            }
            unwritten = window.before();
        }
        Map<String, Object> detail = detail(kind, unwritten);
        String route = route(request.getRequestURI());
        if (route != null) {
            detail.put("route", route);
        }
        write(RequestIds.of(request), actor, detail);
    }

    /** What is only counted yet. */
    @PreDestroy
    void writeCounted() {
        windows.keySet().forEach(counted -> {
            Window window = windows.remove(counted);
            if (window != null && window.held() > 0) {
                write(ids.next().toString(), counted.actor(), detail(counted.kind(), window.held()));
            }
        });
    }

    private static Map<String, Object> detail(Kind kind, long unwritten) {
        Map<String, Object> detail = new TreeMap<>();
        detail.put("reason", kind.name());
        if (unwritten > 0) {
            detail.put("unwritten", unwritten);
        }
        return detail;
    }

    private void write(String requestId, String actor, Map<String, Object> detail) {
        try {
            audit.record(AuditEntry.of(requestId, AuditEvent.REQUEST_REFUSED, actor, detail));
        } catch (AuditUnavailable e) {
            LOG.error("a refusal could not be put on record");
        }
    }

    /** The pattern of the route that was asked for, whatever the method; none where there is no such route. */
    private @Nullable String route(String path) {
        PathContainer asked = PathContainer.parsePath(path);
        return routes.getObject().getHandlerMethods().keySet().stream()
                .map(RequestMappingInfo::getPathPatternsCondition)
                .filter(Objects::nonNull)
                .flatMap(condition -> condition.getPatterns().stream())
                .filter(pattern -> pattern.matches(asked))
                .min(Comparator.naturalOrder())
                .map(PathPattern::getPatternString)
                .orElse(null);
    }
}
