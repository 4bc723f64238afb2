package kaigo.committee;

import java.time.Duration;
import kaigo.jobs.Workers;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the work of this room together. */
@Configuration(proxyBeanMethods = false)
class CommitteeConfiguration {

    /** Somebody waits for a mail, or for something to be gone. */
    private static final Duration LOOK = Duration.ofSeconds(30);

    @Bean
    Workers committeeIntake(MaterialWork work) {
        return new Workers("committee-intake", 1, () -> work::takeIn);
    }

    @Bean
    Workers committeeErase(MaterialWork work) {
        return new Workers("committee-erase", 1, LOOK, () -> work::erase);
    }

    @Bean
    Workers committeeMail(Notices notices) {
        return new Workers("committee-mail", 1, LOOK, () -> notices::run);
    }
}
