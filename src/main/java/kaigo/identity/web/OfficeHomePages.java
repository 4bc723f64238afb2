package kaigo.identity.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import kaigo.identity.DaysWork;
import kaigo.identity.DaysWork.Waiting;
import kaigo.identity.InstitutionAccounts;
import kaigo.identity.InstitutionSessions.Client;
import kaigo.identity.OwnSessions;
import kaigo.identity.Passkeys;
import kaigo.identity.SessionEntry;
import kaigo.screens.InstitutionUser;
import kaigo.screens.ScreenText;
import kaigo.screens.SeeOther;
import kaigo.shared.InstitutionViewer;
import kaigo.shared.Job;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.servlet.ModelAndView;

/** 事業所・医療機関のはじめの画面: what waits, who one is here, with which certificate, and one's passkeys. */
@Controller
class OfficeHomePages {

    private final InstitutionAccounts accounts;
    private final OfficeCertificates certificates;
    private final Passkeys passkeys;
    private final OwnSessions sessions;
    private final DaysWork work;
    private final SessionEntry entry = new SessionEntry();

    OfficeHomePages(
            InstitutionAccounts accounts,
            OfficeCertificates certificates,
            Passkeys passkeys,
            OwnSessions sessions,
            DaysWork work) {
        this.accounts = accounts;
        this.certificates = certificates;
        this.passkeys = passkeys;
        this.sessions = sessions;
        this.work = work;
    }

    @GetMapping("/office")
    ModelAndView home(
            Client client,
            InstitutionViewer viewer,
            @AuthenticationPrincipal InstitutionUser user,
            @RequestParam(defaultValue = "") String passkey) {
        String message = ScreenText.find("passkeys.done." + passkey).orElse(null);
        return page(client, user, work.list(viewer), message, null);
    }

    @PostMapping("/office/passkeys/remove")
    ModelAndView remove(
            Client client,
            @AuthenticationPrincipal InstitutionUser user,
            ServletWebRequest exchange,
            @RequestParam(defaultValue = "") String id,
            @RequestParam(defaultValue = "") String removalPassword) {
        if (!passkeys.remove(client, user, removalPassword, id)) {
            ModelAndView again = page(client, user, List.of(), null, ScreenText.text("account.wrong.WRONG"));
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return again;
        }
        if (exchange.getParameter("others") != null) {
            HttpServletResponse response = Objects.requireNonNull(exchange.getResponse());
            entry.enter(sessions.endOthers(client, user), exchange.getRequest(), response);
        }
        return SeeOther.at("/office?passkey=removed");
    }

    private ModelAndView page(
            Client client,
            InstitutionUser user,
            List<Waiting> waiting,
            @Nullable String message,
            @Nullable String problem) {
        Set<Job> jobs = accounts.listJobs(user.institution(), user.login());
        return new ModelAndView(
                "identity/office",
                "it",
                new OfficeHomePage(
                        user, certificates.of(client), jobs, waiting, passkeys.list(user), message, problem));
    }
}
