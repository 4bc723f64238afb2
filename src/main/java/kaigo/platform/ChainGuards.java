package kaigo.platform;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import kaigo.platform.Refusals.Kind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.csrf.CsrfFilter;

/** どの入口にも: what every chain has, also one that is yet to be written. */
@Configuration(proxyBeanMethods = false)
class ChainGuards {

    private static final AccessDeniedHandler ANSWER = new AccessDeniedHandlerImpl();

    @Bean
    Customizer<HttpSecurity> everyChain(Refusals refusals, Installation installation) {
        SignInLimit signIns = new SignInLimit(new RateLimits(installation.signInsPerMinute()), refusals);
        return http -> http.addFilterBefore(signIns, CsrfFilter.class)
                .exceptionHandling(wrong -> wrong.accessDeniedHandler(
                        (request, response, why) -> refuse(refusals, request, response, why)));
    }

    private static void refuse(
            Refusals refusals, HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
            throws ServletException, IOException {
        boolean isLate = why instanceof CsrfException;
        refusals.record(request, isLate ? Kind.PAGE_TOKEN : Kind.ROLE);
        request.setAttribute(ErrorPages.CLOSED, isLate ? null : true);
        ANSWER.handle(request, response, why);
    }
}
