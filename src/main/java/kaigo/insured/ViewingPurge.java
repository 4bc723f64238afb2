package kaigo.insured;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.UUID;
import kaigo.access.Gate;
import kaigo.jobs.Workers;
import kaigo.shared.Days;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** 利用者一覧の片付け: whoever an office let go, and whoever it has not verified again for months, leaves its list for good. */
@Configuration(proxyBeanMethods = false)
class ViewingPurge {

    /** After 閲覧有効期限 (rulings 28; proposed, ours). */
    static final int MONTHS = 6;

    @Bean
    Workers viewingPurgers(Gate gate, VerificationStore store, InstantSource clock) {
        return Workers.hourly("viewing-purge", () -> run(gate, store, Days.of(clock.instant())));
    }

    static void run(Gate gate, VerificationStore store, LocalDate today) {
        gate.job(
                "viewing-purge",
                UUID.randomUUID().toString(),
                permit -> permit.worked(store.purge(permit, today.minusMonths(MONTHS))));
    }
}
