package kaigo.identity;

import kaigo.jobs.Workers;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the daily work of this room together. It looks every hour: a step that is missed at night is told in the morning. */
@Configuration(proxyBeanMethods = false)
class IdentityConfiguration {

    @Bean
    Workers certificateWarners(CertificateWarnings warnings) {
        return Workers.hourly("certificate-warnings", warnings::run);
    }
}
