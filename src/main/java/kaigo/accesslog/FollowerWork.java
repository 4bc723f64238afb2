package kaigo.accesslog;

import java.time.Duration;
import kaigo.audit.Followers;
import kaigo.jobs.Workers;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Looks often enough that every log follows within 60 seconds (settled 15). */
@Configuration(proxyBeanMethods = false)
class FollowerWork {

    private static final Duration LOOK = Duration.ofSeconds(10);

    @Bean
    Workers accessLogFollowers(Follower follower) {
        return new Workers(Followers.ACCESS_LOG, 1, LOOK, () -> () -> {
            follower.run();
            return false;
        });
    }
}
