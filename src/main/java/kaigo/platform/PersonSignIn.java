package kaigo.platform;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kaigo.audit.AuditEntry;
import kaigo.audit.AuditEvent;
import kaigo.audit.AuditLog;
import kaigo.identity.PersonProvider;
import kaigo.identity.PersonSessions;
import kaigo.identity.SessionEntry;
import kaigo.insured.OwnFiles;
import kaigo.screens.PersonUser;
import kaigo.shared.PmhHash;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** 本人のサインイン: from what the provider says of somebody to its files here, and at every request whether they are there still. */
@Component
class PersonSignIn implements AuthenticationSuccessHandler {

    private final OwnFiles files;
    private final PersonSessions sessions;
    private final Installation installation;
    private final AuditLog audit;
    private final SessionEntry entry = new SessionEntry();

    PersonSignIn(OwnFiles files, PersonSessions sessions, Installation installation, AuditLog audit) {
        this.files = files;
        this.sessions = sessions;
        this.installation = installation;
        this.audit = audit;
    }

    @Override
    public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response, Authentication who)
            throws IOException {
        PmhHash key = installation.keys().hashPmhKey(pmhKey(who));
        List<String> found = files.find(key);
        if (found.isEmpty()) {
            leave(request);
            record(request, AuditEvent.SIGN_IN_REFUSED, "insured:unknown", Map.of("reason", "no file"));
            response.sendRedirect(request.getContextPath() + "/my/sign-in?unknown");
            return;
        }
        PersonUser user = new PersonUser(key, found, UUID.randomUUID());
        sessions.begin(user);
        record(request, AuditEvent.SIGNED_IN, user.getName(), Map.of("reason", "openid"));
        entry.enter(user, request, response);
        response.sendRedirect(request.getContextPath() + user.part().home());
    }

    /** The provider's answer is none that counts, or nobody asked for it. */
    void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
        record(request, AuditEvent.SIGN_IN_REFUSED, "insured:unknown", Map.of("reason", "openid"));
        response.sendRedirect(request.getContextPath() + "/my/sign-in?refused");
    }

    /** Ends the session of whoever is not linked any more as it was at the sign-in, or has signed in anew. */
    OncePerRequestFilter stillLinked() {
        return new OncePerRequestFilter() {
            @Override
            protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                    throws ServletException, IOException {
                Authentication signedIn = SecurityContextHolder.getContext().getAuthentication();
                if (signedIn != null
                        && signedIn.getPrincipal() instanceof PersonUser user
                        && !(files.find(user.key()).equals(user.files()) && sessions.goesOn(user))) {
                    leave(request);
                }
                chain.doFilter(request, response);
            }
        };
    }

    private static byte[] pmhKey(Authentication who) {
        String claim =
                who.getPrincipal() instanceof OidcUser person ? person.getClaimAsString(PersonProvider.PMH_KEY) : null;
        try {
            return claim == null ? new byte[0] : Base64.getUrlDecoder().decode(claim);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    private void record(HttpServletRequest request, AuditEvent event, String actor, Map<String, ?> detail) {
        audit.record(AuditEntry.of(RequestIds.of(request), event, actor, detail));
    }

    private static void leave(HttpServletRequest request) {
        SecurityContextHolder.clearContext();
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }
}
