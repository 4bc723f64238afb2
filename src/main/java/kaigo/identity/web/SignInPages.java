package kaigo.identity.web;

import kaigo.identity.SampleAccounts;
import kaigo.identity.SignInProblem;
import kaigo.identity.WholePasswords;
import kaigo.screens.Field;
import kaigo.screens.ScreenText;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** サインイン画面. */
@Controller
class SignInPages {

    private final SampleAccounts samples;

    SignInPages(SampleAccounts samples) {
        this.samples = samples;
    }

    @GetMapping("/sign-in")
    ModelAndView form(
            @RequestParam(name = "signed-out", required = false) @Nullable String signedOut,
            @RequestParam(name = "code-over", required = false) @Nullable String codeOver) {
        return page(
                "",
                "",
                codeOver == null ? null : ScreenText.text("officeSignIn.OVER"),
                signedOut == null ? null : ScreenText.text("signIn.signedOut"));
    }

    /** The password is never sent back. */
    @PostMapping("/sign-in/refused")
    ModelAndView refused(
            @RequestAttribute(name = "kaigo.identity.SignInProblem", required = false) @Nullable SignInProblem problem,
            @RequestParam(name = "insurer", defaultValue = "") String insurer,
            @RequestParam(name = "login", defaultValue = "") String login) {
        ModelAndView page = page(
                insurer, login, ScreenText.text("signIn." + (problem == null ? SignInProblem.REFUSED : problem)), null);
        page.setStatus(HttpStatus.UNAUTHORIZED);
        return page;
    }

    private ModelAndView page(String insurer, String login, @Nullable String problem, @Nullable String message) {
        return new ModelAndView(
                "identity/sign-in",
                "it",
                new SignInPage(
                        Field.of("insurer", "number", 6).filled(insurer).completedBy("organization"),
                        Field.of("login", "text", 40).filled(login).completedBy("username"),
                        Field.of("password", "password", WholePasswords.FIELD).completedBy("current-password"),
                        problem,
                        message,
                        samples.list()));
    }
}
