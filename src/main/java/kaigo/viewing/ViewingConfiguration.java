package kaigo.viewing;

import kaigo.jobs.Workers;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the work of this room together. */
@Configuration(proxyBeanMethods = false)
class ViewingConfiguration {

    @Bean
    Workers worklistWorkers(WorklistWork work) {
        return new Workers("worklists", 1, () -> work::step);
    }

    @Bean
    Workers listNotices(Notices notices) {
        return Workers.hourly("list-notices", notices::run);
    }

    @Bean
    Workers worklistServiceWorkers(WorklistWork work) {
        return Workers.hourly("worklist-services", work::followServices);
    }
}
