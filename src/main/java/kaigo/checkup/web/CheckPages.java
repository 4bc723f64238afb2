package kaigo.checkup.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Optional;
import kaigo.api.ApiError;
import kaigo.checkup.Checkup;
import kaigo.checkup.rules.Facts;
import kaigo.checkup.rules.Facts.Account;
import kaigo.checkup.rules.Facts.Certificate;
import kaigo.checkup.rules.Facts.Mail;
import kaigo.checkup.rules.Facts.Second;
import kaigo.checkup.rules.WayIn;
import kaigo.checkup.web.CheckPage.Asked;
import kaigo.identity.CertificateNotice;
import kaigo.identity.InstitutionAccount;
import kaigo.identity.InstitutionAccounts;
import kaigo.identity.InstitutionRole;
import kaigo.identity.InstitutionSessions.Client;
import kaigo.identity.NewInstitutionAccount;
import kaigo.identity.TrialSignIn;
import kaigo.identity.TrialSignIn.First;
import kaigo.identity.TrialSignIn.MailTried;
import kaigo.identity.WholePasswords;
import kaigo.participants.Institutions;
import kaigo.screens.Field;
import kaigo.screens.InstitutionUser;
import kaigo.screens.SeeOther;
import kaigo.shared.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * 準備の確認, for whoever does not get in. Each proof opens what it proves and no more: the certificate its own state and its
 * institution, the right password its account, the code (or being signed in) 職種 and municipalities (docs/decisions/0022).
 */
@Controller
class CheckPages {

    private static final String PATH = "/office/check";
    private static final String TRIED = TriedSteps.class.getName();

    private final Checkup checkup;
    private final InstitutionAccounts accounts;
    private final Institutions institutions;
    private final TrialSignIn trial;

    CheckPages(Checkup checkup, InstitutionAccounts accounts, Institutions institutions, TrialSignIn trial) {
        this.checkup = checkup;
        this.accounts = accounts;
        this.institutions = institutions;
        this.trial = trial;
    }

    @GetMapping(PATH)
    ModelAndView show(
            @Nullable Client client, HttpServletRequest request, @AuthenticationPrincipal @Nullable Object user) {
        if (client == null) {
            Facts facts = withoutCertificate((ApiError) request.getAttribute(CertificateNotice.PROBLEM));
            return page(new CheckPage(WayIn.steps(facts), null, Asked.NOTHING, List.of()));
        }
        if (user instanceof InstitutionUser known) {
            return page(new CheckPage(WayIn.steps(signedIn(client, known)), name(client), Asked.NOTHING, List.of()));
        }
        TriedSteps tried = tried(request.getSession(), client);
        Asked asked = tried != null && tried.pending() != null ? Asked.CODE : Asked.PASSWORD;
        List<Field> fields = asked == Asked.CODE
                ? List.of(Field.of("code", "number", 6).completedBy("one-time-code"))
                : List.of(
                        Field.of("login", "text", 40)
                                .filled(tried == null ? "" : tried.login())
                                .completedBy("username"),
                        Field.of("password", "password", WholePasswords.FIELD).completedBy("current-password"));
        return page(new CheckPage(WayIn.steps(facts(client, tried)), name(client), asked, fields));
    }

    @PostMapping(PATH)
    ModelAndView password(
            @Nullable Client client,
            HttpSession session,
            @RequestParam(defaultValue = "") String login,
            @RequestParam(defaultValue = "") String password) {
        if (client == null) {
            return again();
        }
        String name = NewInstitutionAccount.login(login);
        TriedSteps tried = switch (trial.first(client, name, password)) {
            case First.Refused refused ->
                new TriedSteps(client.fingerprint(), name, Account.REFUSED, Mail.OPEN, Second.OPEN, null);
            case First.Recognised(InstitutionAccount account, MailTried mail) -> recognised(client, account, mail);
        };
        session.setAttribute(TRIED, tried);
        return again();
    }

    private TriedSteps recognised(Client client, InstitutionAccount account, MailTried mail) {
        Account state = checkup.account(account);
        return switch (mail) {
            case MailTried.Sent(var pending) ->
                new TriedSteps(client.fingerprint(), account.login(), state, Mail.SENT, Second.OPEN, pending);
            case MailTried.Not.NOT_SENT ->
                new TriedSteps(client.fingerprint(), account.login(), state, Mail.NOT_SENT, Second.OPEN, null);
            case MailTried.Not.NO_ADDRESS ->
                new TriedSteps(client.fingerprint(), account.login(), state, Mail.NO_ADDRESS, Second.OPEN, null);
            case MailTried.Not.NOT_TRIED ->
                new TriedSteps(client.fingerprint(), account.login(), state, checkup.mail(account), Second.OPEN, null);
        };
    }

    @PostMapping(PATH + "/code")
    ModelAndView code(@Nullable Client client, HttpSession session, @RequestParam(defaultValue = "") String code) {
        if (client == null) {
            return again();
        }
        TriedSteps tried = tried(session, client);
        if (tried != null && tried.pending() != null) {
            String typed = Text.trimBlank(Text.narrow(code));
            TriedSteps now = switch (trial.second(client, tried.pending(), typed)) {
                case RIGHT -> tried.with(Second.PASSED, null);
                case WRONG -> tried.with(Second.WRONG, tried.pending());
                case OVER -> tried.with(Second.WRONG, null);
            };
            session.setAttribute(TRIED, now);
        }
        return again();
    }

    private static @Nullable TriedSteps tried(HttpSession session, Client client) {
        return session.getAttribute(TRIED) instanceof TriedSteps tried
                        && tried.fingerprint().equals(client.fingerprint())
                ? tried
                : null;
    }

    private static Facts withoutCertificate(@Nullable ApiError problem) {
        Certificate certificate = switch (problem) {
            case CERTIFICATE_EXPIRED -> Certificate.EXPIRED;
            case CERTIFICATE_REVOKED -> Certificate.REVOKED;
            case CERTIFICATE_UNKNOWN -> Certificate.UNKNOWN;
            case CERTIFICATE_OF_NO_INSTITUTION -> Certificate.OF_NO_INSTITUTION;
            case null, default -> Certificate.MISSING;
        };
        Facts none = Facts.none();
        return new Facts(
                certificate, none.place(), none.account(), none.mail(), none.second(), none.jobs(), none.towns());
    }

    private Facts facts(Client client, @Nullable TriedSteps tried) {
        Optional<Facts.Place> place = Optional.of(checkup.place(client.institution()));
        if (tried == null) {
            Facts none = Facts.none();
            return new Facts(
                    Certificate.GOOD, place, none.account(), none.mail(), none.second(), none.jobs(), none.towns());
        }
        boolean proven = tried.second() == Second.PASSED;
        return new Facts(
                Certificate.GOOD,
                place,
                tried.account(),
                tried.mail(),
                tried.second(),
                proven ? jobs(client, tried.login()) : Optional.empty(),
                proven ? Optional.of(checkup.towns(client.institution())) : Optional.empty());
    }

    private Facts signedIn(Client client, InstitutionUser user) {
        InstitutionAccount account =
                accounts.find(user.institution(), user.login()).orElseThrow();
        return new Facts(
                Certificate.GOOD,
                Optional.of(checkup.place(client.institution())),
                checkup.account(account),
                checkup.mail(account),
                Second.PASSED,
                jobs(client, user.login()),
                Optional.of(checkup.towns(client.institution())));
    }

    /** Of a 事業所ユーザ nobody expects one. */
    private Optional<Boolean> jobs(Client client, String login) {
        return accounts.find(client.institution(), login)
                .filter(account -> account.role() != InstitutionRole.OFFICE_USER)
                .map(account -> !account.jobs().isEmpty());
    }

    private String name(Client client) {
        String number = client.institution().number();
        return institutions
                .findName(client.institution())
                .map(name -> name + "（" + number + "）")
                .orElse(number);
    }

    private static ModelAndView page(CheckPage it) {
        return new ModelAndView("checkup/check", "it", it);
    }

    private static ModelAndView again() {
        return SeeOther.at(PATH);
    }
}
