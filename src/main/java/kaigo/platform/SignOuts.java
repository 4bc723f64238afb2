package kaigo.platform;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import kaigo.audit.AuditEntry;
import kaigo.audit.AuditEvent;
import kaigo.audit.AuditLog;
import kaigo.identity.Accounts;
import kaigo.identity.OwnSessions;
import kaigo.identity.StaffSessions;
import kaigo.screens.InstitutionUser;
import kaigo.screens.PersonUser;
import kaigo.screens.SignedIn;
import kaigo.screens.Staff;
import kaigo.shared.InsurerNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** サインアウト of whoever it is: on record, and back to where one of that kind signs in. */
@Component
final class SignOuts {

    private final Accounts accounts;
    private final StaffSessions staffSessions;
    private final OwnSessions sessions;
    private final AuditLog audit;

    SignOuts(Accounts accounts, StaffSessions staffSessions, OwnSessions sessions, AuditLog audit) {
        this.accounts = accounts;
        this.staffSessions = staffSessions;
        this.sessions = sessions;
        this.audit = audit;
    }

    void record(HttpServletRequest request, @Nullable Authentication who) {
        String requestId = RequestIds.of(request);
        switch (who == null ? null : who.getPrincipal()) {
            case Staff staff -> {
                InsurerNumber organisation = new InsurerNumber(staff.organisationNumber());
                accounts.signOut(staff.role(), organisation, staff.login(), requestId);
                staffSessions.forget(staff);
            }
            case InstitutionUser institution -> {
                audit.record(AuditEntry.of(requestId, AuditEvent.SIGNED_OUT, institution.getName(), Map.of()));
                sessions.forget(institution);
            }
            case SignedIn other ->
                audit.record(AuditEntry.of(requestId, AuditEvent.SIGNED_OUT, other.getName(), Map.of()));
            case null, default -> {
                // Nobody was signed in.
            }
        }
    }

    static void goOn(HttpServletRequest request, HttpServletResponse response, @Nullable Authentication who)
            throws IOException {
        String page = switch (who == null ? null : who.getPrincipal()) {
            case InstitutionUser institution -> "/office/sign-in";
            case PersonUser person -> "/my/sign-in";
            case null, default -> "/sign-in";
        };
        response.sendRedirect(request.getContextPath() + page + "?signed-out");
    }
}
