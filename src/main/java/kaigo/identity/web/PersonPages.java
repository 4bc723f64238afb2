package kaigo.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import kaigo.identity.PersonProvider;
import kaigo.participants.Insurer;
import kaigo.participants.Insurers;
import kaigo.screens.PersonUser;
import kaigo.screens.ScreenText;
import kaigo.shared.InsurerNumber;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** 本人の入口. What the person reads of itself comes later. */
@Controller
class PersonPages {

    private static final List<String> MESSAGES = List.of("unknown", "refused", "signed-out");

    private final ObjectProvider<PersonProvider> provider;
    private final Insurers insurers;

    PersonPages(ObjectProvider<PersonProvider> provider, Insurers insurers) {
        this.provider = provider;
        this.insurers = insurers;
    }

    @GetMapping("/my/sign-in")
    ModelAndView form(HttpServletRequest request) {
        Map<String, String[]> asked = request.getParameterMap();
        List<String> messages = MESSAGES.stream()
                .filter(asked::containsKey)
                .map(message -> ScreenText.text("person.signIn." + message))
                .toList();
        boolean offered = provider.getIfAvailable() != null;
        return new ModelAndView("identity/person-sign-in", "it", new PersonSignInPage(offered, messages));
    }

    @GetMapping("/my")
    ModelAndView home(@AuthenticationPrincipal PersonUser user) {
        List<PersonHomePage.File> files = user.files().stream()
                .map(file -> file.split("/"))
                .map(file -> new PersonHomePage.File(name(file[0]), file[1]))
                .toList();
        return new ModelAndView("identity/person", "it", new PersonHomePage(files));
    }

    private String name(String insurer) {
        return insurers.find(new InsurerNumber(insurer)).map(Insurer::name).orElse(insurer);
    }
}
