package kaigo.demo;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import kaigo.demo.ChooserPage.Choice;
import kaigo.identity.CertificateCheck;
import kaigo.identity.ChosenCertificate;
import kaigo.identity.ClientCertificates;
import kaigo.identity.RegisteredCertificate;
import kaigo.identity.SampleOffices;
import kaigo.participants.Institutions;
import kaigo.shared.CertificateHolder;
import kaigo.shared.InstitutionId;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;
import org.springframework.web.util.WebUtils;

/** 架空の証明書を選ぶ, and the mailbox: what stands in for a certificate on one's own machine, and for one's mail. */
@Controller
@Profile("demo")
class DemoPages implements ChosenCertificate {

    private static final String CHOSEN = "demo-certificate";

    private final SampleOffices samples;
    private final ClientCertificates certificates;
    private final Institutions institutions;
    private final DemoMailbox mailbox;

    DemoPages(SampleOffices samples, ClientCertificates certificates, Institutions institutions, DemoMailbox mailbox) {
        this.samples = samples;
        this.certificates = certificates;
        this.institutions = institutions;
        this.mailbox = mailbox;
    }

    @GetMapping("/demo/certificates")
    ModelAndView chooser(HttpServletRequest request) {
        Optional<CertificateHolder> chosen = of(request).map(CertificateCheck.Accepted::holder);
        List<Choice> choices = samples.listInstitutions().stream()
                .map(one -> new Choice(
                        one.holder(),
                        one.number(),
                        institutions.findName(one).orElse(one.number()),
                        chosen.filter(one::equals).isPresent()))
                .toList();
        return new ModelAndView("demo/certificates", "it", new ChooserPage(choices));
    }

    /** Only one of the samples; anything else chooses none. */
    @PostMapping("/demo/certificates")
    RedirectView choose(
            HttpServletRequest request, HttpServletResponse response, @RequestParam(defaultValue = "") String holder) {
        Optional<InstitutionId> wanted = find(holder);
        Optional<CertificateCheck.Accepted> chosen = wanted.flatMap(this::newest);
        if (chosen.isEmpty()) {
            response.addCookie(cookie("", 0));
            return new RedirectView("/demo/certificates");
        }
        response.addCookie(cookie(wanted.orElseThrow().holder(), -1));
        return new RedirectView("/office/sign-in");
    }

    @GetMapping("/demo/mailbox")
    ModelAndView mailbox() {
        return new ModelAndView("demo/mailbox", "it", new MailboxPage(mailbox.list()));
    }

    /** As a certificate does, the choice outlives a session: whoever signs out is still known by it. */
    @Override
    public Optional<CertificateCheck.Accepted> of(HttpServletRequest request) {
        Cookie cookie = WebUtils.getCookie(request, CHOSEN);
        return cookie == null ? Optional.empty() : find(cookie.getValue()).flatMap(this::newest);
    }

    private Optional<InstitutionId> find(String holder) {
        return samples.listInstitutions().stream()
                .filter(one -> one.holder().equals(holder))
                .findFirst();
    }

    /** @param seconds of its life: 0 takes it away, -1 lasts as long as the browser */
    private static Cookie cookie(String holder, int seconds) {
        Cookie cookie = new Cookie(CHOSEN, holder);
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setAttribute("SameSite", "Lax");
        cookie.setMaxAge(seconds);
        return cookie;
    }

    private Optional<CertificateCheck.Accepted> newest(InstitutionId institution) {
        return certificates.list(institution).reversed().stream()
                .filter(one -> !one.revoked())
                .map(RegisteredCertificate::fingerprint)
                .map(fingerprint -> new CertificateCheck.Accepted(institution, fingerprint))
                .findFirst();
    }
}
