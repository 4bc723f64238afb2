package kaigo.platform;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import kaigo.identity.Accounts;
import kaigo.identity.ClientCertificates;
import kaigo.screens.Staff;
import kaigo.shared.AccountRole;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.authentication.logout.HeaderWriterLogoutHandler;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.HttpStatusRequestRejectedHandler;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.writers.CacheControlHeadersWriter;
import org.springframework.security.web.header.writers.ContentSecurityPolicyHeaderWriter;
import org.springframework.security.web.header.writers.HstsHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.StaticHeadersWriter;
import org.springframework.security.web.header.writers.XContentTypeOptionsHeaderWriter;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * 画面の守り: everything that no other chain claims. Pages are for signed-in staff, static files and the sign-in page for
 * everybody; no script and no style but our own files.
 */
@Configuration(proxyBeanMethods = false)
class ScreenSecurity implements WebMvcConfigurer {

    /** Browsers ask for it by themselves on a page that names no icon, such as a PDF. */
    private static final String BROWSERS_OWN_ICON = "/favicon.ico";

    private static final String CONNECTIONS = "connect-src 'self'";

    private static final String POLICY = String.join(
            "; ",
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "img-src 'self'",
            "font-src 'self'",
            "object-src 'none'",
            CONNECTIONS,
            "form-action 'self'",
            "base-uri 'none'",
            "frame-ancestors 'none'");

    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    SecurityFilterChain screens(
            HttpSecurity http, StaffAuthentication staff, Accounts accounts, SignOuts signOuts, HalfSignedIn members)
            throws Exception {
        // Without a parent: it would ask the same provider again, and a refusal would count twice.
        return http.authenticationManager(new ProviderManager(staff))
                // The simulated provider is asked by the server itself, the simulated reader by an office's software;
                // with serve there is neither.
                .csrf(csrf -> csrf.csrfTokenRepository(new PageTokens())
                        .ignoringRequestMatchers("/demo/openid/token", "/demo/card-reader/read"))
                .authorizeHttpRequests(ScreenSecurity::divide)
                .formLogin(form -> form.loginPage("/sign-in")
                        .usernameParameter("login")
                        .passwordParameter("password")
                        .authenticationDetailsSource(StaffAuthentication.Details::of)
                        .successHandler(home())
                        .failureHandler(members))
                .logout(logout -> logout.logoutUrl("/sign-out")
                        .addLogoutHandler((request, response, who) -> signOuts.record(request, who))
                        .addLogoutHandler(forget())
                        .logoutSuccessHandler(SignOuts::goOn))
                .exceptionHandling(wrong -> wrong.authenticationEntryPoint(ScreenSecurity::askToSignIn))
                .requestCache(cache -> cache.requestCache(wholePagesOnly()))
                .addFilterBefore(new StaffStillActive(accounts), AuthorizationFilter.class)
                .headers(ScreenSecurity::harden)
                .build();
    }

    /** Requests are measured as a whole; a measurement of each filter costs more than most of them do. */
    @Bean
    SecurityObservationSettings unobservedFilters() {
        return SecurityObservationSettings.noObservations();
    }

    /** Of every chain. No field holds a NUL: no text in the database can, and a statement with one fails. */
    @Bean
    HttpFirewall firewall() {
        StrictHttpFirewall firewall = new StrictHttpFirewall();
        firewall.setAllowedParameterValues(value -> value.indexOf('\0') < 0);
        return firewall;
    }

    @Override
    public void addViewControllers(ViewControllerRegistry addresses) {
        addresses.addRedirectViewController(BROWSERS_OWN_ICON, "/static/icon.svg");
    }

    /** Whose pages are whose. */
    private static void divide(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
        requests.requestMatchers(
                        "/actuator/health",
                        "/sign-in",
                        "/sign-in/refused",
                        "/sign-in/code",
                        "/error",
                        "/demo",
                        "/demo/**",
                        "/interfaces",
                        "/interfaces/**",
                        BROWSERS_OWN_ICON,
                        WithoutScript.PATH,
                        "/static/**",
                        "/webjars/**")
                .permitAll()
                .requestMatchers("/actuator/**")
                .denyAll()
                .requestMatchers("/operator", "/operator/**")
                .hasRole(AccountRole.OPERATOR.name())
                .requestMatchers("/committee", "/committee/**")
                .hasRole(AccountRole.MEMBER.name())
                .requestMatchers("/claims", "/claims/**")
                .hasRole(AccountRole.FEDERATION.name())
                .requestMatchers(
                        "/cases", "/cases/**", "/insured", "/insured/**", "/records", "/records/**", "/consents/**")
                .hasRole(AccountRole.STAFF.name())
                .requestMatchers("/access-log", "/access-log.csv", "/access-log/**", "/outbox", "/outbox/**")
                .hasRole(AccountRole.STAFF.name())
                .requestMatchers("/opinion-requests", "/opinion-requests/**")
                .hasRole(AccountRole.STAFF.name())
                .requestMatchers("/committee-material", "/committee-material/**")
                .hasRole(AccountRole.STAFF.name())
                .requestMatchers(
                        "/account", "/account/kept", "/account/unsent", "/account/password", "/account/sign-ins")
                .hasAnyRole(Arrays.stream(AccountRole.values()).map(Enum::name).toArray(String[]::new))
                .anyRequest()
                .hasAnyRole(AccountRole.STAFF.name(), AccountRole.VENDOR.name());
    }

    static void harden(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(POLICY))
                .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER));
    }

    /** The page's script may ask this origin too; all else stays closed. What is set here the chains leave as it is. */
    static void letReach(String origin, HttpServletResponse response) {
        response.setHeader("Content-Security-Policy", POLICY.replace(CONNECTIONS, CONNECTIONS + " " + origin));
    }

    /** An address that is written in a strange way is refused before any chain is asked, and with the guards all the same. */
    @Bean
    RequestRejectedHandler refusedBeforeAll(Refusals refusals, ClientCertificates certificates) {
        List<HeaderWriter> guards = List.of(
                new ContentSecurityPolicyHeaderWriter(POLICY),
                new ReferrerPolicyHeaderWriter(ReferrerPolicy.NO_REFERRER),
                new XContentTypeOptionsHeaderWriter(),
                new HstsHeaderWriter(),
                new CacheControlHeadersWriter());
        RequestRejectedHandler refused = new HttpStatusRequestRejectedHandler();
        return (request, response, why) -> {
            refusals.recordRejected(request, certificates);
            guards.forEach(guard -> guard.writeHeaders(request, response));
            refused.handle(request, response, why);
        };
    }

    /** The browser is told to forget what it kept of our pages. */
    private static LogoutHandler forget() {
        return new HeaderWriterLogoutHandler(new StaticHeadersWriter(WithoutScript.FORGET, "\"cache\", \"storage\""));
    }

    /** To the page that was wanted; whoever has no page of an insurer goes to its own first page. */
    private static AuthenticationSuccessHandler home() {
        SavedRequestAwareAuthenticationSuccessHandler wanted = new SavedRequestAwareAuthenticationSuccessHandler();
        wanted.setRequestCache(wholePagesOnly());
        return (request, response, who) -> {
            if (who.getPrincipal() instanceof Staff staff
                    && !staff.part().home().equals("/")) {
                response.sendRedirect(request.getContextPath() + staff.part().home());
            } else {
                wanted.onAuthenticationSuccess(request, response, who);
            }
        };
    }

    /**
     * After sign-in one returns to the page that one wanted, never to a part of one. Nor is a session begun for a part: its
     * cookie could take the place of that of a sign-in that is just going on.
     */
    private static HttpSessionRequestCache wholePagesOnly() {
        HttpSessionRequestCache cache = new HttpSessionRequestCache();
        RequestMatcher wholePage =
                request -> HttpMethod.GET.matches(request.getMethod()) && !isByScript(request) && asksForAPage(request);
        cache.setRequestMatcher(wholePage);
        return cache;
    }

    /** A script is told that the session is over, and htmx to load the page anew; a person gets the sign-in page. */
    private static void askToSignIn(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException why) throws IOException {
        if (isByScript(request)) {
            response.setHeader("HX-Refresh", "true");
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        } else {
            WithoutScript.forgetIfOver(request, response);
            response.sendRedirect(request.getContextPath() + "/sign-in");
        }
    }

    private static boolean asksForAPage(HttpServletRequest request) {
        String accepted = request.getHeader(HttpHeaders.ACCEPT);
        return accepted == null || accepted.contains(MediaType.TEXT_HTML_VALUE);
    }

    private static boolean isByScript(HttpServletRequest request) {
        return request.getHeader("HX-Request") != null || request.getHeader("X-File-Name") != null;
    }
}
