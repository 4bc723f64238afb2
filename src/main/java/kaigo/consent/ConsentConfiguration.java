package kaigo.consent;

import java.time.Duration;
import kaigo.jobs.Workers;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the daily work of this room together. */
@Configuration(proxyBeanMethods = false)
class ConsentConfiguration {

    /**
     * It works once a day, but looks often, so that an insurer's first figures are there soon after its first files.
     *
     * @param look longer for tests, which count at times of their own
     */
    @Bean
    Workers lapseWorkers(LapseWork work, @Value("${kiban.consent.look:PT1M}") Duration look) {
        return new Workers("consent-lapse", 1, look, () -> () -> {
            work.run();
            return false;
        });
    }
}
