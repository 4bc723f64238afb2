package kaigo.demo;

import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kaigo.certificates.CertificateFolder;
import kaigo.certificates.Validity;
import kaigo.generate.FictitiousInstitutions;
import kaigo.identity.ClientCertificates;
import kaigo.identity.InstitutionAccounts;
import kaigo.identity.InstitutionRole;
import kaigo.identity.NewInstitutionAccount;
import kaigo.identity.SampleOffices;
import kaigo.identity.SampleOffices.SampleOfficeAccount;
import kaigo.screens.ScreenText;
import kaigo.shared.CareManagerNumber;
import kaigo.shared.InstitutionId;
import kaigo.shared.Job;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** 見本の事業所・医療機関のアカウントと証明書: the first of a few kinds, with the demo's password (docs/reading-api.md). */
@Component
@Profile("demo")
public class DemoOffices {

    private static final String PREFECTURE = "44";

    /** Of an office that has no administrator yet. */
    private static final String OFFICE_USER = "KJ440000000001";

    private final InstitutionAccounts accounts;
    private final ClientCertificates certificates;
    private final SampleOffices samples;
    private final CertificateFolder folder;
    private final Clock clock;

    DemoOffices(
            InstitutionAccounts accounts,
            ClientCertificates certificates,
            SampleOffices samples,
            CertificateFolder folder,
            Clock clock) {
        this.accounts = accounts;
        this.certificates = certificates;
        this.samples = samples;
        this.folder = folder;
        this.clock = clock;
    }

    /** Who looks at the cards of an office's people, by office. */
    static Map<InstitutionId, String> checking() {
        FictitiousInstitutions fictitious = new FictitiousInstitutions(PREFECTURE);
        return Map.of(
                office(fictitious, "43"),
                "keikaku",
                office(fictitious, "11"),
                "homon",
                office(fictitious, "52"),
                "ishi");
    }

    @EventListener(ApplicationReadyEvent.class)
    @Order(0) // before DemoUsers
    public void createAll() {
        FictitiousInstitutions fictitious = new FictitiousInstitutions(PREFECTURE);
        InstitutionId planning = office(fictitious, "43");
        create(account(planning, "keikaku", "見本　計", Job.CARE_MANAGER));
        create(account(planning, "jimu", "見本　務", Job.OTHER));
        create(account(planning, "kanri", "見本　管理", Job.OTHER).as(InstitutionRole.ADMINISTRATOR));
        InstitutionId visiting = office(fictitious, "11");
        create(account(visiting, "homon", "見本　訪", Job.OTHER));
        create(new NewInstitutionAccount(
                        visiting, OFFICE_USER, "事業所ユーザ", Set.of(), null, "jigyosho@" + visiting.number() + ".example")
                .as(InstitutionRole.OFFICE_USER));
        create(account(office(fictitious, "52"), "ishi", "見本　医", Job.DOCTOR));
        InstitutionId clinic =
                InstitutionId.clinic(fictitious.clinics().getFirst().number());
        create(account(clinic, "sensei", "見本　院長", Job.DOCTOR));
        create(account(clinic, "clerk", "見本　補助", Job.MEDICAL_CLERK));
    }

    private static InstitutionId office(FictitiousInstitutions fictitious, String service) {
        return fictitious.offices().stream()
                .filter(one -> one.services().stream()
                        .anyMatch(offered -> offered.code().equals(service)))
                .findFirst()
                .map(one -> InstitutionId.office(one.number()))
                .orElseThrow();
    }

    private static NewInstitutionAccount account(InstitutionId institution, String login, String name, Job job) {
        CareManagerNumber number = job == Job.CARE_MANAGER ? CareManagerNumber.of("44000001") : null;
        return new NewInstitutionAccount(
                institution, login, name, Set.of(job), number, login + "@" + institution.number() + ".example");
    }

    /** 職種, and what is special about it. */
    private static String describe(NewInstitutionAccount account) {
        Stream<String> role = account.role() == InstitutionRole.GENERAL
                ? Stream.empty()
                : Stream.of(ScreenText.text("role." + account.role()));
        return Stream.concat(role, account.jobs().stream().map(job -> ScreenText.text("job." + job)))
                .collect(Collectors.joining("、"));
    }

    private void create(NewInstitutionAccount account) {
        if (!accounts.exists(account.institution(), account.login())) {
            accounts.put(account, DemoAccounts.PASSWORD, true);
        }
        samples.add(new SampleOfficeAccount(
                account.institution(),
                account.login(),
                account.displayName(),
                describe(account),
                DemoAccounts.PASSWORD));
        var client = folder.hasClient(account.institution())
                ? folder.client(account.institution())
                : folder.createClient(account.institution(), Validity.days(clock.instant(), CertificateFolder.DAYS));
        certificates.register(client.certificate(), true);
    }
}
