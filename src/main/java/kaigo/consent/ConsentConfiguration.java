package kaigo.consent;

import kaigo.jobs.Workers;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the daily work of this room together. */
@Configuration(proxyBeanMethods = false)
class ConsentConfiguration {

    @Bean
    Workers lapseWorkers(LapseWork work) {
        return Workers.hourly("consent-lapse", work::run);
    }
}
