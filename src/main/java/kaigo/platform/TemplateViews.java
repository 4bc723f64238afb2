package kaigo.platform;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import kaigo.KaigoApplication;
import kaigo.insured.CardBridge;
import kaigo.screens.Page;
import kaigo.screens.SignedIn;
import kaigo.shared.Days;
import kaigo.shared.JapaneseDates;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;
import org.springframework.web.servlet.resource.ResourceUrlProvider;

/**
 * A view's name is the path of its template; the template gets {@code page} and, if the handler gave one, {@code it}. The
 * answer is written at once, with its length: a template that fails leaves no half page.
 */
@Component
final class TemplateViews implements ViewResolver {

    private static final String CONTENT_TYPE = "text/html;charset=UTF-8";

    /**
     * Pages that go by themselves: one whose script may be sending files for longer than a page may be left alone (no person's
     * data stand on it), and one whose script saves while somebody types, and leads away once nobody has for as long.
     */
    private static final Set<String> OWN_TIME = Set.of("intake/upload.jte", "opinion/step.jte");

    /** Its script asks the card reader of its own PC, if cards are read here. */
    private static final String READING_CARDS = "viewing/user-new.jte";

    private final TemplateEngine engine = TemplateEngine.createPrecompiled(
            null, ContentType.Html, KaigoApplication.class.getClassLoader(), "kaigo.templates");
    private final Installation installation;
    private final Clock clock;
    private final ResourceUrlProvider resources;
    private final ObjectProvider<CardBridge> bridge;

    TemplateViews(
            Installation installation, Clock clock, ResourceUrlProvider resources, ObjectProvider<CardBridge> bridge) {
        this.installation = installation;
        this.clock = clock;
        this.resources = resources;
        this.bridge = bridge;
    }

    @Override
    public @Nullable View resolveViewName(String name, Locale locale) {
        String template = name + ".jte";
        return engine.hasTemplate(template) ? new TemplateView(template) : null;
    }

    private final class TemplateView implements View {
        private final String template;

        TemplateView(String template) {
            this.template = template;
        }

        @Override
        public String getContentType() {
            return CONTENT_TYPE;
        }

        @Override
        public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
                throws IOException {
            write(template, model == null ? Map.of() : model, request, response);
        }
    }

    void write(String template, Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Page page = page(request);
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("page", page);
        Object it = model.get("it");
        if (it != null) {
            parameters.put("it", it);
        }
        Utf8ByteOutput output = new Utf8ByteOutput();
        if (page.user() == null) {
            engine.render(template, parameters, output); // whoever asks for the session keeps it alive
        } else {
            StringOutput whole = new StringOutput();
            engine.render(template, parameters, whole);
            WithoutScript.letStay(whole.toString(), request, response);
            output.writeContent(FormMarks.write(whole.toString(), request));
        }
        response.setContentType(CONTENT_TYPE);
        response.setContentLength(output.getContentLength());
        response.setHeader("Vary", "HX-Request");
        if (template.equals(READING_CARDS)) {
            bridge.ifAvailable(reader -> ScreenSecurity.letReach(reader.origin(), response));
        }
        if (page.idle() != null && !OWN_TIME.contains(template)) {
            response.setHeader("Refresh", page.idle());
        }
        output.writeTo(response.getOutputStream());
    }

    private Page page(HttpServletRequest request) {
        CsrfToken token = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
        String day = installation.isDemo() ? JapaneseDates.wareki(Days.of(clock.instant())) : null;
        SignedIn user = user();
        return new Page(
                day,
                user,
                token == null ? "" : token.getToken(),
                RequestIds.of(request),
                askedFor(request),
                user == null ? null : IdlePage.announce(user, request),
                path -> Objects.requireNonNullElse(resources.getForLookupPath(path), path));
    }

    /** Of an error's page the path that led to it, as the container remembers it. */
    private static String askedFor(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String path
                ? path
                : request.getRequestURI();
    }

    private static @Nullable SignedIn user() {
        Authentication signedIn = SecurityContextHolder.getContext().getAuthentication();
        return signedIn != null && signedIn.getPrincipal() instanceof SignedIn user ? user : null;
    }
}
