package kaigo.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import kaigo.identity.InstitutionSessions.Client;
import kaigo.identity.NewInstitutionAccount;
import kaigo.identity.PendingSignIn;
import kaigo.identity.SampleOffices;
import kaigo.identity.ScreenSignIn;
import kaigo.identity.ScreenSignIn.First;
import kaigo.identity.ScreenSignIn.Second;
import kaigo.identity.SessionEntry;
import kaigo.identity.WholePasswords;
import kaigo.screens.Field;
import kaigo.screens.ScreenText;
import kaigo.shared.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** 事業所・医療機関のサインイン画面: the password, then the code. Only with a good client certificate does one get here. */
@Controller
class OfficeSignInPages {

    private static final String PENDING = PendingSignIn.class.getName();
    private static final String CODE_PAGE = "/office/sign-in/code";

    private final ScreenSignIn signIn;
    private final OfficeCertificates certificates;
    private final SampleOffices samples;
    private final SessionEntry entry = new SessionEntry();

    OfficeSignInPages(ScreenSignIn signIn, OfficeCertificates certificates, SampleOffices samples) {
        this.signIn = signIn;
        this.certificates = certificates;
        this.samples = samples;
    }

    @GetMapping("/office/sign-in")
    ModelAndView form(Client client, @RequestParam(name = "signed-out", required = false) @Nullable String signedOut) {
        return form(client, "", null, signedOut == null ? null : ScreenText.text("signIn.signedOut"));
    }

    /** The password is never sent back. */
    @PostMapping("/office/sign-in")
    ModelAndView password(
            Client client,
            HttpSession session,
            @RequestParam(defaultValue = "") String login,
            @RequestParam(defaultValue = "") String password) {
        String name = NewInstitutionAccount.login(login);
        return switch (signIn.first(client, name, password)) {
            case First.CodeSent(PendingSignIn pending) -> {
                session.setAttribute(PENDING, pending);
                yield new ModelAndView(new RedirectView(CODE_PAGE));
            }
            case First.Not not -> refused(form(client, name, ScreenText.text("officeSignIn." + not), null));
        };
    }

    @GetMapping(CODE_PAGE)
    ModelAndView codeForm(HttpSession session) {
        return session.getAttribute(PENDING) == null
                ? new ModelAndView(new RedirectView("/office/sign-in"))
                : codePage(null);
    }

    @PostMapping(CODE_PAGE)
    ModelAndView code(
            Client client,
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam(defaultValue = "") String code) {
        if (!(request.getSession().getAttribute(PENDING) instanceof PendingSignIn pending)) {
            return new ModelAndView(new RedirectView("/office/sign-in"));
        }
        String typed = Text.trimBlank(Text.narrow(code));
        return switch (signIn.second(client, pending, typed)) {
            case Second.SignedIn(var user) -> {
                request.getSession().removeAttribute(PENDING);
                entry.enter(user, request, response);
                yield new ModelAndView(new RedirectView(user.part().home()));
            }
            case Second.Not.WRONG -> refused(codePage(ScreenText.text("officeSignIn.WRONG")));
            case Second.Not.OVER -> {
                request.getSession().removeAttribute(PENDING);
                yield refused(form(client, "", ScreenText.text("officeSignIn.OVER"), null));
            }
        };
    }

    private ModelAndView form(Client client, String login, @Nullable String problem, @Nullable String message) {
        return new ModelAndView(
                "identity/office-sign-in",
                "it",
                new OfficeSignInPage(
                        certificates.of(client),
                        Field.of("login", "text", 40).filled(login).completedBy("username"),
                        Field.of("password", "password", WholePasswords.FIELD).completedBy("current-password"),
                        problem,
                        message,
                        samples.list(client.institution())));
    }

    private static ModelAndView codePage(@Nullable String problem) {
        Field code = Field.of("code", "number", 6).completedBy("one-time-code");
        return new ModelAndView("identity/code", "it", new CodePage(code, problem, CODE_PAGE, "/office/sign-in"));
    }

    private static ModelAndView refused(ModelAndView page) {
        page.setStatus(HttpStatus.UNAUTHORIZED);
        return page;
    }
}
