package kaigo.consent;

import java.time.Duration;
import kaigo.jobs.Workers;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the daily work of this room together. */
@Configuration(proxyBeanMethods = false)
class ConsentConfiguration {

    /** It looks often, so that an insurer's first figures are there soon after its first files; it works once a day. */
    @Bean
    Workers lapseWorkers(LapseWork work) {
        return new Workers("consent-lapse", 1, Duration.ofMinutes(1), () -> () -> {
            work.run();
            return false;
        });
    }
}
