package kaigo.demo;

import kaigo.identity.Accounts;
import kaigo.identity.SampleAccounts;
import kaigo.identity.SampleAccounts.SampleAccount;
import kaigo.participants.Insurer;
import kaigo.participants.Insurers;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** 見本の職員: one account per fictitious insurer, its password on the demo's sign-in page. */
@Component
@Profile("demo")
public class DemoAccounts {

    public static final String LOGIN = "tanto";
    public static final String PASSWORD = "kakuu-no-machi";

    private final Accounts accounts;
    private final SampleAccounts samples;
    private final Insurers insurers;

    DemoAccounts(Accounts accounts, SampleAccounts samples, Insurers insurers) {
        this.accounts = accounts;
        this.samples = samples;
        this.insurers = insurers;
    }

    @EventListener(ApplicationReadyEvent.class)
    void createAll() {
        insurers.list().forEach(this::create);
    }

    /** Also for an insurer that was added after the start. */
    public void create(Insurer insurer) {
        if (!accounts.exists(insurer.number(), LOGIN)) {
            accounts.put(insurer.number(), LOGIN, "見本　花子", PASSWORD, true);
        }
        samples.add(new SampleAccount(insurer.number().value(), insurer.name(), LOGIN, PASSWORD));
    }
}
