package kaigo.committee;

import kaigo.jobs.Workers;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the work of this room together. */
@Configuration(proxyBeanMethods = false)
class CommitteeConfiguration {

    @Bean
    Workers committeeIntake(MaterialWork work) {
        return new Workers("committee-intake", 1, () -> work::takeIn);
    }

    @Bean
    Workers committeeErase(MaterialWork work) {
        return new Workers("committee-erase", 1, () -> work::erase);
    }

    @Bean
    Workers committeeMail(MeetingNotices notices) {
        return new Workers("committee-mail", 1, () -> notices::run);
    }
}
