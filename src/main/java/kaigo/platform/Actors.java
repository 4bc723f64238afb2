package kaigo.platform;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import kaigo.identity.InstitutionSessions.Client;
import kaigo.screens.SignedIn;
import kaigo.screens.Staff;
import kaigo.shared.AccountRole;
import kaigo.shared.CertificateHolder;
import kaigo.shared.InstitutionId;
import kaigo.shared.InstitutionViewer;
import kaigo.shared.InsurerNumber;
import kaigo.shared.InsurerViewer;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

/** だれの要求か, in the words of the audit entries; null is a stranger. */
final class Actors {

    private static final HttpSessionSecurityContextRepository SESSIONS = new HttpSessionSecurityContextRepository();

    private Actors() {}

    /** Outside of every chain only the session knows who is signed in. */
    static @Nullable String of(HttpServletRequest request) {
        Authentication signedIn = SecurityContextHolder.getContext().getAuthentication();
        if (signedIn == null) {
            signedIn = SESSIONS.loadDeferredContext(request).get().getAuthentication();
        }
        return signedIn == null ? null : of(signedIn.getPrincipal());
    }

    /** Of a certificate whose holder has not said which account. */
    static String of(CertificateHolder holder, String fingerprint) {
        return switch (holder) {
            case InsurerNumber insurer ->
                InsurerViewer.system(insurer, fingerprint, "").actor();
            case InstitutionId institution -> institution.holder() + "/unknown";
        };
    }

    /** Of somebody who is signed in by screen. */
    static String of(SignedIn user) {
        return switch (user) {
            case Staff staff when staff.role() == AccountRole.OPERATOR -> "operator:" + staff.login();
            case Staff staff -> staff.role().name().toLowerCase(Locale.ROOT) + ":" + staff.getName();
            default -> user.getName();
        };
    }

    private static @Nullable String of(@Nullable Object principal) {
        return switch (principal) {
            case SignedIn user -> of(user);
            case InsurerViewer system -> system.actor();
            case InstitutionViewer software -> software.actor();
            case Client client -> of(client.institution(), client.fingerprint());
            case null, default -> null;
        };
    }
}
