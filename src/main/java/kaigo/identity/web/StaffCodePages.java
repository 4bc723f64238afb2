package kaigo.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Objects;
import kaigo.identity.PendingSignIn;
import kaigo.identity.ScreenSignIn.Second;
import kaigo.identity.SessionEntry;
import kaigo.identity.StaffSignIn;
import kaigo.screens.Field;
import kaigo.screens.ScreenText;
import kaigo.screens.SignedIn;
import kaigo.shared.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.savedrequest.DefaultSavedRequest;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** 証明書のない方の入口: the code after the password. */
@Controller
class StaffCodePages {

    private static final String PENDING = PendingSignIn.class.getName();
    private static final String CODE_PAGE = "/sign-in/code";

    private final StaffSignIn signIn;
    private final SessionEntry entry = new SessionEntry();

    StaffCodePages(StaffSignIn signIn) {
        this.signIn = signIn;
    }

    @GetMapping(CODE_PAGE)
    ModelAndView codeForm(HttpSession session) {
        return session.getAttribute(PENDING) == null ? toSignIn("") : codePage(null);
    }

    @PostMapping(CODE_PAGE)
    ModelAndView code(
            HttpServletRequest request, HttpServletResponse response, @RequestParam(defaultValue = "") String code) {
        HttpSession session = request.getSession();
        if (!(session.getAttribute(PENDING) instanceof PendingSignIn pending)) {
            return toSignIn("");
        }
        String typed = Text.trimBlank(Text.narrow(code));
        return switch (signIn.second(pending, typed, String.valueOf(response.getHeader("X-Request-Id")))) {
            case Second.SignedIn(var user) -> {
                session.removeAttribute(PENDING);
                entry.enter(user, request, response);
                yield new ModelAndView(new RedirectView(next(user, request, response)));
            }
            case Second.Not.WRONG -> {
                ModelAndView page = codePage(ScreenText.text("officeSignIn.WRONG"));
                page.setStatus(HttpStatus.UNAUTHORIZED);
                yield page;
            }
            case Second.Not.OVER -> {
                session.removeAttribute(PENDING);
                yield toSignIn("?code-over");
            }
        };
    }

    /** To the page that was wanted, if it is of one's own part; else to one's first page. */
    private static String next(SignedIn user, HttpServletRequest request, HttpServletResponse response) {
        String home = user.part().home();
        if (!(new HttpSessionRequestCache().getRequest(request, response) instanceof DefaultSavedRequest wanted)) {
            return home;
        }
        String path = Objects.requireNonNullElse(wanted.getRequestURI(), home);
        if (!home.equals("/") && !path.startsWith(home + "/")) {
            return home;
        }
        return wanted.getQueryString() == null ? path : path + '?' + wanted.getQueryString();
    }

    private static ModelAndView codePage(@Nullable String problem) {
        Field code = Field.of("code", "number", 6).completedBy("one-time-code");
        return new ModelAndView("identity/code", "it", new CodePage(code, problem, CODE_PAGE, "/sign-in"));
    }

    private static ModelAndView toSignIn(String query) {
        return new ModelAndView(new RedirectView("/sign-in" + query));
    }
}
