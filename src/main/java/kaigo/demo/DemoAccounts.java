package kaigo.demo;

import java.time.InstantSource;
import java.time.LocalDate;
import kaigo.identity.Accounts;
import kaigo.identity.NewAccount;
import kaigo.identity.SampleAccounts;
import kaigo.identity.SampleAccounts.SampleAccount;
import kaigo.participants.Insurer;
import kaigo.participants.Insurers;
import kaigo.shared.AccountRole;
import kaigo.shared.Days;
import kaigo.shared.InsurerNumber;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** 見本のアカウント: of each kind and each fictitious insurer, their password on the demo's sign-in page. */
@Component
@Profile("demo")
public class DemoAccounts {

    public static final String LOGIN = "tanto";
    public static final String PASSWORD = "kakuu-no-machi";

    private final Accounts accounts;
    private final SampleAccounts samples;
    private final Insurers insurers;
    private final InstantSource clock;

    DemoAccounts(Accounts accounts, SampleAccounts samples, Insurers insurers, InstantSource clock) {
        this.accounts = accounts;
        this.samples = samples;
        this.insurers = insurers;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    void createAll() {
        insurers.list().forEach(this::create);
        insurers.list().stream().map(Insurer::number).findFirst().ifPresent(this::createOthers);
    }

    /** A vendor of this insurer, the 国保連合会 of its prefecture, an operator. */
    private void createOthers(InsurerNumber first) {
        LocalDate ends = Days.of(clock.instant()).plusYears(1);
        create(NewAccount.vendor(first, "vendor", "見本　受託太郎", ends), name(first) + "の受託ベンダ");
        create(NewAccount.member(first, "iin", "見本　審美", "iin@" + first.value() + ".example"), name(first) + "の審査会委員");
        InsurerNumber federation = new InsurerNumber(first.value().substring(0, 2) + "0000");
        create(NewAccount.of(federation, "kokuho", "見本　連子"), "国保連合会");
        create(NewAccount.of(AccountRole.OPERATORS, "unyo", "見本　運次"), "運用者");
    }

    private String name(InsurerNumber insurer) {
        return insurers.find(insurer).map(Insurer::name).orElse("");
    }

    /** Also for an insurer that was added after the start. */
    public void create(Insurer insurer) {
        create(NewAccount.of(insurer.number(), LOGIN, "見本　花子"), insurer.name());
    }

    /** With the demo's password. */
    public void create(NewAccount account, String organisation) {
        if (!accounts.exists(account.organisation(), account.login())) {
            accounts.put(account, PASSWORD, true);
        }
        samples.add(new SampleAccount(account.organisation().value(), organisation, account.login(), PASSWORD));
    }
}
