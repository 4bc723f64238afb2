package kaigo.platform;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import kaigo.platform.KeptForms.Kept;
import kaigo.screens.KeptForm;
import kaigo.screens.Moments;
import kaigo.screens.Part;
import kaigo.screens.SeeOther;
import kaigo.screens.SignedIn;
import org.springframework.http.HttpMethod;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** 残っている入力: offered to whoever typed it on the first page after signing in, until it is sent or thrown away. */
@Controller
class KeptPages implements WebMvcConfigurer, HandlerInterceptor {

    private static final String OF_AN_OFFICE = "/office/kept";
    private static final String OF_OTHERS = "/account/kept";

    private final KeptForms forms;

    KeptPages(KeptForms forms) {
        this.forms = forms;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        String path = request.getRequestURI();
        if (HttpMethod.GET.matches(request.getMethod())
                && request.getUserPrincipal() instanceof org.springframework.security.core.Authentication signedIn
                && signedIn.getPrincipal() instanceof SignedIn user
                && path.equals(user.part().home())
                && forms.of(Actors.of(user)).isPresent()) {
            response.sendRedirect(request.getContextPath() + address(user.part()));
            return false;
        }
        return true;
    }

    @GetMapping({OF_AN_OFFICE, OF_OTHERS})
    ModelAndView show(@AuthenticationPrincipal SignedIn user) {
        Optional<Kept> kept = forms.of(Actors.of(user));
        if (kept.isEmpty()) {
            return SeeOther.at(user.part().home());
        }
        TypedForm form = kept.get().form();
        return new ModelAndView(
                "platform/kept",
                "it",
                new KeptForm(
                        form.title(),
                        form.path(),
                        form.fields(),
                        Moments.show(kept.get().at()),
                        address(user.part())));
    }

    /** Before it is sent it is forgotten here: what comes of it is told where it arrives. */
    @PostMapping({OF_AN_OFFICE, OF_OTHERS})
    ModelAndView throwAway(@AuthenticationPrincipal SignedIn user) {
        forms.forget(Actors.of(user));
        return SeeOther.at(user.part().home());
    }

    private static String address(Part part) {
        return switch (part) {
            case INSTITUTION, ADMINISTRATOR, OFFICE_USER -> OF_AN_OFFICE;
            case STAFF, VENDOR, FEDERATION, OPERATOR, MEMBER, INSURED -> OF_OTHERS;
        };
    }
}
