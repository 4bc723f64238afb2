package kaigo.platform;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import kaigo.screens.SignedIn;
import org.apache.tomcat.util.descriptor.web.LoginConfig;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * 時間切れの画面: takes the place of a page that was left open until its session was over, so that nobody else reads on. By a
 * header of the page itself, without script. It asks for no session, so that a page that is left open keeps none alive, not
 * even that of another window where work goes on.
 */
@Configuration(proxyBeanMethods = false)
class IdlePage {

    static final String PATH = "/idle";

    private static final int BEFORE_THE_OTHER_SCREENS = 2;

    /** Only after it is over, however long the page was on its way. */
    private static final int GRACE_SECONDS = 10;

    /** When a page of somebody who is signed in is to go, and where one signs in then. */
    static String announce(SignedIn user, HttpServletRequest request) {
        int idle = request.getSession().getMaxInactiveInterval();
        return (idle + GRACE_SECONDS) + "; url=" + request.getContextPath() + addressFor(user);
    }

    static String addressFor(SignedIn user) {
        return PATH + door(user);
    }

    private static String door(SignedIn user) {
        return switch (user.part()) {
            case INSTITUTION, ADMINISTRATOR, OFFICE_USER -> "?office";
            case INSURED -> "?my";
            case STAFF, VENDOR, FEDERATION, OPERATOR, MEMBER -> "";
        };
    }

    /** Written by a filter: whatever comes after asks for the session. */
    @Bean
    @Order(BEFORE_THE_OTHER_SCREENS)
    SecurityFilterChain idle(HttpSecurity http, TemplateViews views) throws Exception {
        return http.securityMatcher(PATH)
                .csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .anonymous(AbstractHttpConfigurer::disable)
                .sessionManagement(AbstractHttpConfigurer::disable)
                .securityContext(
                        none -> none.securityContextRepository(new RequestAttributeSecurityContextRepository()))
                .addFilterBefore(page(views), AuthorizationFilter.class)
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .headers(ScreenSecurity::harden)
                .build();
    }

    /** The container's own sign-in, which nobody uses, would ask for the session at every request, and so keep it alive. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> noSignInOfTheContainer() {
        return factory -> factory.addContextCustomizers(
                context -> context.setLoginConfig(new LoginConfig("NONE", null, null, null)));
    }

    private static OncePerRequestFilter page(TemplateViews views) {
        return new OncePerRequestFilter() {
            @Override
            protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                    throws ServletException, IOException {
                WithoutScript.forget(response);
                String asked = request.getQueryString();
                String signIn = "office".equals(asked) || "my".equals(asked) ? '/' + asked + "/sign-in" : "/sign-in";
                views.write("platform/idle.jte", Map.of("it", signIn), request, response);
            }
        };
    }
}
