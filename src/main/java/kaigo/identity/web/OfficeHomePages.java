package kaigo.identity.web;

import java.util.Set;
import kaigo.identity.InstitutionAccounts;
import kaigo.identity.InstitutionSessions.Client;
import kaigo.identity.Passkeys;
import kaigo.screens.InstitutionUser;
import kaigo.shared.Job;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** 事業所・医療機関のはじめの画面: who one is here, and with which certificate. */
@Controller
class OfficeHomePages {

    private final InstitutionAccounts accounts;
    private final OfficeCertificates certificates;
    private final Passkeys passkeys;

    OfficeHomePages(InstitutionAccounts accounts, OfficeCertificates certificates, Passkeys passkeys) {
        this.accounts = accounts;
        this.certificates = certificates;
        this.passkeys = passkeys;
    }

    @GetMapping("/office")
    ModelAndView home(Client client, @AuthenticationPrincipal InstitutionUser user) {
        Set<Job> jobs = accounts.listJobs(user.institution(), user.login());
        return new ModelAndView(
                "identity/office", "it", new OfficeHomePage(user, certificates.of(client), jobs, passkeys.list(user)));
    }
}
