package kaigo.accesslog;

import java.time.Duration;
import kaigo.jobs.Workers;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Looks often enough that every log follows within 60 seconds (settled 15). */
@Configuration(proxyBeanMethods = false)
class FollowerWork {

    private static final Duration LOOK = Duration.ofSeconds(10);

    @Bean
    Workers accessLogFollowers(Follower follower) {
        return new Workers(Follower.JOB, 1, LOOK, () -> () -> {
            follower.run();
            return false;
        });
    }
}
