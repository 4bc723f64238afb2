package kaigo.platform;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import kaigo.identity.CertificateNotice;
import kaigo.identity.ChosenCertificate;
import kaigo.identity.ClientCertificates;
import kaigo.identity.InstitutionSessions.Client;
import kaigo.identity.ScreenSignIn;
import kaigo.screens.InstitutionUser;
import kaigo.screens.Part;
import kaigo.shared.InstitutionViewer;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** 事業所・医療機関の画面の守り: a client certificate at every request, then somebody who is signed in. */
@Configuration(proxyBeanMethods = false)
class OfficeSecurity implements WebMvcConfigurer, HandlerMethodArgumentResolver {

    private static final int BEFORE_THE_OTHER_SCREENS = 0;

    @Bean
    @Order(BEFORE_THE_OTHER_SCREENS)
    SecurityFilterChain officeScreens(
            HttpSecurity http,
            ClientCertificates certificates,
            ObjectProvider<ChosenCertificate> chosen,
            ScreenSignIn signIn,
            Refusals refusals)
            throws Exception {
        return http.securityMatcher(OfficeFilter.SCREENS, OfficeFilter.SCREENS + "/**")
                .csrf(csrf -> csrf.csrfTokenRepository(new PageTokens()))
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .addFilterBefore(new OfficeFilter(certificates, chosen, signIn, refusals), AuthorizationFilter.class)
                .authorizeHttpRequests(requests -> requests.requestMatchers(
                                "/office/sign-in",
                                "/office/sign-in/**",
                                "/office/certificate",
                                OfficeFilter.CHECK,
                                OfficeFilter.CHECK + "/code")
                        .permitAll()
                        .requestMatchers("/office/staff", "/office/staff/**")
                        .hasRole(Part.ADMINISTRATOR.name())
                        .requestMatchers("/office/first-administrator")
                        .hasRole(Part.OFFICE_USER.name())
                        .requestMatchers("/office/account", "/office/account/**", "/office/kept", "/office/unsent")
                        .hasAnyRole(Part.INSTITUTION.name(), Part.ADMINISTRATOR.name(), Part.OFFICE_USER.name())
                        .anyRequest()
                        .hasAnyRole(Part.INSTITUTION.name(), Part.ADMINISTRATOR.name()))
                .exceptionHandling(wrong -> wrong.authenticationEntryPoint((request, response, why) -> {
                    WithoutScript.forgetIfOver(request, response);
                    response.sendRedirect(request.getContextPath() + "/office/sign-in");
                }))
                .headers(ScreenSecurity::harden)
                .build();
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        Class<?> type = parameter.getParameterType();
        return (type == Client.class || type == InstitutionViewer.class) && !parameter.hasParameterAnnotations();
    }

    @Override
    public @Nullable Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        HttpServletRequest servlet = Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class));
        if (parameter.getParameterType() == Client.class) {
            // Without a certificate only the check of the way in gets here; it says what is wrong.
            Object client = servlet.getAttribute(OfficeFilter.CLIENT);
            return servlet.getAttribute(CertificateNotice.PROBLEM) == null ? Objects.requireNonNull(client) : null;
        }
        InstitutionUser user = signedIn();
        return new InstitutionViewer(user.institution(), user.login(), user.fingerprint(), RequestIds.of(servlet));
    }

    private static InstitutionUser signedIn() {
        var signedIn = Objects.requireNonNull(SecurityContextHolder.getContext().getAuthentication());
        return (InstitutionUser) Objects.requireNonNull(signedIn.getPrincipal());
    }
}
