package kaigo.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import kaigo.identity.InstitutionAccount;
import kaigo.identity.InstitutionAccounts;
import kaigo.identity.InstitutionSessions.Client;
import kaigo.identity.OwnPassword;
import kaigo.identity.OwnPassword.Changed;
import kaigo.identity.OwnSessions;
import kaigo.identity.SessionEntry;
import kaigo.screens.InstitutionUser;
import kaigo.screens.ScreenText;
import kaigo.screens.SeeOther;
import kaigo.screens.SignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** 自分のアカウント of whoever is signed in at an institution. What was typed as a password is never sent back. */
@Controller
class AccountPages {

    private final InstitutionAccounts accounts;
    private final OwnPassword passwords;
    private final OwnSessions sessions;
    private final SessionEntry entry = new SessionEntry();

    AccountPages(InstitutionAccounts accounts, OwnPassword passwords, OwnSessions sessions) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.sessions = sessions;
    }

    @GetMapping("/office/account")
    ModelAndView own(@AuthenticationPrincipal InstitutionUser user, @RequestParam(defaultValue = "") String done) {
        return page(user, Map.of(), ScreenText.find("account.done." + done).orElse(null));
    }

    @PostMapping("/office/account/password")
    ModelAndView change(
            Client client,
            @AuthenticationPrincipal InstitutionUser user,
            @RequestParam Map<String, String> typed,
            HttpServletRequest request,
            HttpServletResponse response) {
        String wanted = typed.getOrDefault("newPassword", "");
        if (!wanted.equals(typed.getOrDefault("newPasswordAgain", ""))) {
            return wrong(user, "newPasswordAgain", "DIFFERENT");
        }
        return switch (passwords.change(client, user, typed.getOrDefault("presentPassword", ""), wanted)) {
            case Changed.Done(SignedIn changed) -> {
                entry.enter(changed, request, response);
                yield done("changed");
            }
            case Changed.Not why -> wrong(user, PasswordFields.blamed(why), why.name());
        };
    }

    /** Those that are chosen, or all but the one that asks. */
    @PostMapping("/office/account/sign-ins")
    ModelAndView end(
            Client client,
            @AuthenticationPrincipal InstitutionUser user,
            @RequestParam MultiValueMap<String, String> typed,
            HttpServletRequest request,
            HttpServletResponse response) {
        String present = Objects.requireNonNullElse(typed.getFirst(SignIns.ENDING), "");
        List<String> chosen = typed.getOrDefault("session", List.of());
        if (typed.containsKey("others")) {
            Optional<InstitutionUser> goesOn = sessions.endOthers(client, user, present);
            goesOn.ifPresent(one -> entry.enter(one, request, response));
            return goesOn.isPresent() ? done("ended") : wrong(user, SignIns.ENDING, "WRONG");
        }
        if (chosen.isEmpty()) {
            return wrong(user, SignIns.ENDING, "NONE");
        }
        return sessions.end(client, user, present, chosen) ? done("ended") : wrong(user, SignIns.ENDING, "WRONG");
    }

    private static ModelAndView done(String what) {
        return SeeOther.at("/office/account?done=" + what);
    }

    private ModelAndView wrong(InstitutionUser user, String field, String why) {
        ModelAndView page = page(user, Map.of(field, ScreenText.text("account.wrong." + why)), null);
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private ModelAndView page(InstitutionUser user, Map<String, String> errors, @Nullable String message) {
        InstitutionAccount account = accounts.find(user.institution(), user.login())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return new ModelAndView(
                "identity/account",
                "it",
                new AccountPage(
                        account,
                        PasswordFields.of(errors),
                        SignIns.of(sessions.list(user), user.session(), errors),
                        message));
    }
}
