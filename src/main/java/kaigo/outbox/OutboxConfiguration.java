package kaigo.outbox;

import kaigo.jobs.Workers;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the work of this room together. */
@Configuration(proxyBeanMethods = false)
class OutboxConfiguration {

    @Bean
    Workers outboxDigest(Digests digests) {
        return Workers.hourly("outbox-digest", digests::run);
    }
}
