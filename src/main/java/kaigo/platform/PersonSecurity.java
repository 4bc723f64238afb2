package kaigo.platform;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import kaigo.identity.PersonProvider;
import kaigo.identity.ProviderRequests;
import kaigo.identity.SiteAddress;
import kaigo.screens.Part;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.client.web.OAuth2LoginAuthenticationFilter;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.web.client.RestClient;

/** 本人の画面の守り: somebody whom an OpenID Connect provider has named. No certificate, and no password of ours. */
@Configuration(proxyBeanMethods = false)
class PersonSecurity {

    static final String BACK = "/my/sign-in/back/";
    private static final String TO = "/my/sign-in/to";

    private static final int BEFORE_THE_OTHER_SCREENS = 1;

    @Bean
    @Order(BEFORE_THE_OTHER_SCREENS)
    SecurityFilterChain personScreens(
            HttpSecurity http, ObjectProvider<PersonProvider> provider, PersonSignIn signIn, SiteAddress site)
            throws Exception {
        Registrations registrations = new Registrations(provider);
        return http.securityMatcher("/my", "/my/**")
                .authorizeHttpRequests(requests -> requests.requestMatchers("/my/sign-in", "/my/sign-in/**")
                        .permitAll()
                        .anyRequest()
                        .hasRole(Part.INSURED.name()))
                .csrf(csrf -> csrf.csrfTokenRepository(new PageTokens()))
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .oauth2Login(login -> login.loginPage("/my/sign-in")
                        .clientRegistrationRepository(registrations)
                        .authorizedClientRepository(new NoTokens())
                        .authorizationEndpoint(there -> there.authorizationRequestResolver(there(registrations, site)))
                        .redirectionEndpoint(back -> back.baseUri(BACK + "*"))
                        .successHandler(signIn)
                        .failureHandler((request, response, why) -> signIn.refuse(request, response)))
                .addFilterBefore(PersonSecurity::beginHere, OAuth2AuthorizationRequestRedirectFilter.class)
                .addFilterBefore(new BackFromElsewhere(), OAuth2LoginAuthenticationFilter.class)
                .addFilterBefore(signIn.stillLinked(), AuthorizationFilter.class)
                .headers(ScreenSecurity::harden)
                .build();
    }

    /** To the provider, with how somebody has to sign in there, and back to this site: not to whatever host the request names. */
    private static OAuth2AuthorizationRequestResolver there(Registrations registrations, SiteAddress site) {
        var there = new DefaultOAuth2AuthorizationRequestResolver(registrations, TO);
        there.setAuthorizationRequestCustomizer(asked -> {
            asked.additionalParameters(registrations::ask);
            URI back = URI.create(asked.build().getRedirectUri());
            asked.redirectUri(site.originOf(back) + back.getRawPath());
        });
        return there;
    }

    /** A sign-in begins on our own page: another site's link to its second step leads to the first. */
    private static void beginHere(ServletRequest asked, ServletResponse answer, FilterChain chain)
            throws IOException, ServletException {
        if (asked instanceof HttpServletRequest request
                && answer instanceof HttpServletResponse response
                && request.getRequestURI().startsWith(TO)
                && ShownCertificate.isSentByAnotherSite(request)) {
            response.sendRedirect(request.getContextPath() + "/my/sign-in");
            return;
        }
        chain.doFilter(asked, answer);
    }

    /** Also the clock that judges an ID token's time is the one clock. */
    @Bean
    JwtDecoderFactory<ClientRegistration> idTokens(ObjectProvider<PersonProvider> provider, Clock clock) {
        return new IdTokens(provider, clock);
    }

    @Bean
    OAuth2AccessTokenResponseClient<OAuth2AuthorizationCodeGrantRequest> tokens() {
        var tokens = new RestClientAuthorizationCodeTokenResponseClient();
        tokens.setRestClient(RestClient.builder()
                .requestFactory(ProviderRequests.factory())
                .configureMessageConverters(converters -> converters
                        .addCustomConverter(new FormHttpMessageConverter())
                        .addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build());
        return tokens;
    }

    /** The provider is asked about itself when the first person signs in, not at the start. */
    private static final class Registrations implements ClientRegistrationRepository {

        private final ObjectProvider<PersonProvider> provider;
        private final AtomicReference<ClientRegistration> known = new AtomicReference<>();

        Registrations(ObjectProvider<PersonProvider> provider) {
            this.provider = provider;
        }

        @Override
        public @Nullable ClientRegistration findByRegistrationId(String id) {
            PersonProvider asked = provider.getIfAvailable();
            if (asked == null || !id.equals(PersonProvider.REGISTRATION)) {
                return null;
            }
            ClientRegistration before = known.get();
            if (before != null) {
                return before;
            }
            ClientRegistration now = asked.registration();
            known.set(now);
            return now;
        }

        void ask(Map<String, Object> parameters) {
            parameters.put("max_age", String.valueOf(IdTokens.MAX_AGE.toSeconds()));
            parameters.put("acr_values", String.join(" ", provider.getObject().acr()));
        }
    }

    /** The provider's tokens are of no further use: nothing of them is kept. */
    private static final class NoTokens implements OAuth2AuthorizedClientRepository {

        @Override
        public <T extends OAuth2AuthorizedClient> @Nullable T loadAuthorizedClient(
                String id, Authentication who, HttpServletRequest request) {
            return null;
        }

        @Override
        public void saveAuthorizedClient(
                OAuth2AuthorizedClient client,
                Authentication who,
                HttpServletRequest request,
                HttpServletResponse response) {
            // Nothing of them is kept.
        }

        @Override
        public void removeAuthorizedClient(
                String id, Authentication who, HttpServletRequest request, HttpServletResponse response) {
            // There is none.
        }
    }
}
