package kaigo.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import kaigo.identity.Accounts;
import kaigo.identity.OwnPassword.Changed;
import kaigo.identity.SessionEntry;
import kaigo.identity.StaffAccount;
import kaigo.identity.StaffSessions;
import kaigo.identity.StaffSignIn;
import kaigo.screens.ScreenText;
import kaigo.screens.SeeOther;
import kaigo.screens.SignedIn;
import kaigo.screens.Staff;
import kaigo.shared.InsurerNumber;
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

/** 自分のアカウント of whoever signs in without a certificate. What was typed as a password is never sent back. */
@Controller
class OwnAccountPages {

    private final Accounts accounts;
    private final StaffSignIn signIn;
    private final StaffSessions sessions;
    private final SessionEntry entry = new SessionEntry();

    OwnAccountPages(Accounts accounts, StaffSignIn signIn, StaffSessions sessions) {
        this.accounts = accounts;
        this.signIn = signIn;
        this.sessions = sessions;
    }

    @GetMapping("/account")
    ModelAndView own(@AuthenticationPrincipal Staff user, @RequestParam(defaultValue = "") String done) {
        return page(user, Map.of(), ScreenText.find("account.done." + done).orElse(null));
    }

    @PostMapping("/account/password")
    ModelAndView change(
            @AuthenticationPrincipal Staff user,
            @RequestParam Map<String, String> typed,
            HttpServletRequest request,
            HttpServletResponse response) {
        String wanted = typed.getOrDefault("newPassword", "");
        if (!wanted.equals(typed.getOrDefault("newPasswordAgain", ""))) {
            return wrong(user, "newPasswordAgain", "DIFFERENT");
        }
        String present = typed.getOrDefault("presentPassword", "");
        String requestId = String.valueOf(response.getHeader("X-Request-Id"));
        return switch (signIn.changePassword(user, present, wanted, requestId)) {
            case Changed.Done(SignedIn changed) -> {
                entry.enter(changed, request, response);
                yield done("changed");
            }
            case Changed.Not why -> wrong(user, PasswordFields.blamed(why), why.name());
        };
    }

    /** Those that are chosen, or all but the one that asks. */
    @PostMapping("/account/sign-ins")
    ModelAndView end(
            @AuthenticationPrincipal Staff user,
            @RequestParam MultiValueMap<String, String> typed,
            HttpServletResponse response) {
        String present = Objects.requireNonNullElse(typed.getFirst(SignIns.ENDING), "");
        List<String> chosen = typed.getOrDefault("session", List.of());
        boolean others = typed.containsKey("others");
        if (chosen.isEmpty() && !others) {
            return wrong(user, SignIns.ENDING, "NONE");
        }
        String requestId = String.valueOf(response.getHeader("X-Request-Id"));
        boolean ended =
                others ? sessions.endOthers(user, present, requestId) : sessions.end(user, present, chosen, requestId);
        return ended ? done("ended") : wrong(user, SignIns.ENDING, "WRONG");
    }

    private static ModelAndView done(String what) {
        return SeeOther.at("/account?done=" + what);
    }

    private ModelAndView wrong(Staff user, String field, String why) {
        ModelAndView page = page(user, Map.of(field, ScreenText.text("account.wrong." + why)), null);
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private ModelAndView page(Staff user, Map<String, String> errors, @Nullable String message) {
        StaffAccount account = accounts.find(new InsurerNumber(user.organisationNumber()), user.login())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return new ModelAndView(
                "identity/own-account",
                "it",
                new OwnAccountPage(
                        account,
                        PasswordFields.of(errors),
                        SignIns.of(sessions.list(user), user.session(), errors),
                        message));
    }
}
