package kaigo.accesslog;

import kaigo.audit.Followers;
import kaigo.jobs.Workers;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Looks often enough that every log follows within 60 seconds (settled 15); after a run that was spread, at once. */
@Configuration(proxyBeanMethods = false)
class FollowerWork {

    @Bean
    Workers accessLogFollowers(Follower follower) {
        return new Workers(
                Followers.ACCESS_LOG, 1, Follower.LOOK, workers -> () -> follower.run(workers::rest) > Follower.STEP);
    }
}
