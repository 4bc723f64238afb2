package kaigo.platform;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.Clock;
import kaigo.api.ApiAddress;
import kaigo.api.ApiError;
import kaigo.api.Problem;
import kaigo.certificates.CertificateFolder;
import kaigo.certificates.CertificateNames;
import kaigo.identity.ClientCertificates;
import kaigo.identity.InstitutionSessions;
import kaigo.platform.tls.TlsPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;

/** API の守り (方式①): the TLS port, and the chain of {@code /v1}: a client certificate at every request, no session. */
@Configuration(proxyBeanMethods = false)
class ApiConfiguration {

    /** The demo makes what is missing; elsewhere the operator lays the files there (docs/api.md). */
    @Bean
    CertificateFolder certificateFolder(Installation installation) {
        var path = installation.dataFolder().resolve("certificates");
        return installation.isDemo()
                ? CertificateFolder.openOrCreate(path, Clock.systemUTC().instant())
                : new CertificateFolder(path);
    }

    @Bean
    TlsPort tlsPort(Installation installation, CertificateFolder certificates) {
        int port = installation.port() == 0 ? 0 : installation.port() + 1;
        return new TlsPort(certificates, port, installation.isDemo());
    }

    /** By the name that the server's certificate bears: by another, no client would trust it. */
    @Bean
    ApiAddress apiAddress(CertificateFolder certificates, TlsPort port) {
        String host =
                CertificateNames.findHost(certificates.server().certificate()).orElse("localhost");
        return () -> URI.create("https://" + host + ":" + port.number());
    }

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    SecurityFilterChain api(HttpSecurity http, ClientCertificates certificates, Refusals refusals) throws Exception {
        return http.securityMatcher("/v1/**", "/openapi/**")
                .csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                // Only a path that is written in a strange way comes so far without a certificate.
                .exceptionHandling(refused -> refused.authenticationEntryPoint(
                        (request, response, why) -> refuse(request, response, refusals)))
                .addFilterBefore(new CertificateFilter(certificates, refusals), AuthorizationFilter.class)
                .authorizeHttpRequests(requests -> requests.requestMatchers("/openapi/**")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .headers(ScreenSecurity::harden)
                .build();
    }

    @Bean
    RateLimits rateLimits(Installation installation) {
        return new RateLimits(installation.requestsPerMinute());
    }

    /** Of offices' and clinics' software: a client certificate and a token at every request, no session. */
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    SecurityFilterChain readingApi(
            HttpSecurity http,
            ClientCertificates certificates,
            InstitutionSessions sessions,
            RateLimits limits,
            Refusals refusals)
            throws Exception {
        return http.securityMatcher(InstitutionFilter.API + "**")
                .csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .exceptionHandling(refused -> refused.authenticationEntryPoint(
                        (request, response, why) -> refuse(request, response, refusals)))
                .addFilterBefore(new InstitutionFilter(certificates, sessions, refusals), AuthorizationFilter.class)
                .addFilterBefore(new RateLimitFilter(limits, refusals), AuthorizationFilter.class)
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .headers(ScreenSecurity::harden)
                .build();
    }

    private static void refuse(HttpServletRequest request, HttpServletResponse response, Refusals refusals) {
        refusals.record(request, Refusals.Kind.OTHER_PATH);
        Problem.write(response, ApiError.NOT_FOUND);
    }
}
