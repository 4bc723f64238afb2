package kaigo;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kaigo.api.Systems;
import kaigo.certificates.IssuedCertificate;
import kaigo.certificates.Validity;
import kaigo.identity.ClientCertificates;
import kaigo.identity.InstitutionAccounts;
import kaigo.identity.InstitutionRole;
import kaigo.identity.NewInstitutionAccount;
import kaigo.intake.Loads;
import kaigo.participants.Institution;
import kaigo.participants.Institutions;
import kaigo.shared.CareManagerNumber;
import kaigo.shared.InstitutionId;
import kaigo.shared.InstitutionViewer;
import kaigo.shared.InsuredNumber;
import kaigo.shared.InsurerNumber;
import kaigo.shared.Job;
import kaigo.shared.OfficeNumber;

/** An office of care managers, or another institution, that can sign in: known, with an account and a registered certificate. */
public final class SampleOffice {

    public static final String LOGIN = "cm";
    public static final String ADMINISTRATOR = "kanri";
    public static final String OFFICE_USER = "KJ440000000001";
    public static final String PASSWORD = "kumo-no-ue-no-shiro";

    private static final LocalDate LONG_AGO = LocalDate.of(2020, 4, 1);

    public final InstitutionId id;
    public final IssuedCertificate certificate;

    private SampleOffice(InstitutionId id) {
        this(id, Set.of(Job.CARE_MANAGER), List.of("43"));
    }

    private SampleOffice(InstitutionId id, Set<Job> jobs, List<String> services) {
        this.id = id;
        TestServer.bean(Institutions.class)
                .put(new Institution(
                        id,
                        "架空居宅",
                        "大分県",
                        LONG_AGO,
                        services.stream()
                                .map(code -> new Institution.Service(code, LONG_AGO, null))
                                .toList()));
        as(jobs);
        this.certificate = Systems.issue(id, Validity.days(Systems.now(), 30));
        Systems.register(certificate);
    }

    /** Its user has these 職種 from now on, and has to sign in anew. */
    public SampleOffice as(Set<Job> jobs) {
        TestServer.bean(InstitutionAccounts.class)
                .put(
                        new NewInstitutionAccount(id, LOGIN, "見本　計", jobs, CareManagerNumber.of("44000001"), mail()),
                        PASSWORD,
                        false);
        return this;
    }

    /** One that belongs to a test's insurer, and to no other test. */
    public static SampleOffice near(InsurerNumber insurer) {
        return new SampleOffice(number("9", insurer));
    }

    /** Another one. */
    public static SampleOffice second(InsurerNumber insurer) {
        return new SampleOffice(number("8", insurer));
    }

    /** Its account is the administrator's. */
    public SampleOffice administered() {
        Loads.database()
                .sql(
                        "update identity.institution_account set administrator = true where kind = 2 and number = ? and login = ?")
                .params(id.number(), LOGIN)
                .update();
        return this;
    }

    /** A clinic whose user is a doctor. */
    public static SampleOffice clinic(InsurerNumber insurer) {
        return new SampleOffice(InstitutionId.clinic("441" + insurer.value() + "0"), Set.of(Job.DOCTOR), List.of());
    }

    public static SampleOffice secondClinic(InsurerNumber insurer) {
        return new SampleOffice(InstitutionId.clinic("441" + insurer.value() + "1"), Set.of(Job.DOCTOR), List.of());
    }

    /** A 介護老人保健施設 whose user is a doctor. */
    public static SampleOffice facility(InsurerNumber insurer) {
        return new SampleOffice(number("7", insurer), Set.of(Job.DOCTOR), List.of("52"));
    }

    /** A グループホーム whose user is its ケアマネ. */
    public static SampleOffice groupHome(InsurerNumber insurer) {
        return new SampleOffice(number("5", insurer), Set.of(Job.CARE_MANAGER), List.of("32"));
    }

    /** A 訪問介護 office whose user is a helper. */
    public static SampleOffice helpers(InsurerNumber insurer) {
        return new SampleOffice(number("6", insurer), Set.of(Job.OTHER), List.of("11"));
    }

    /** Where its one-time codes go. */
    public String mail() {
        return LOGIN + "@" + id.number() + ".example";
    }

    private static InstitutionId number(String first, InsurerNumber insurer) {
        return InstitutionId.office(
                OfficeNumber.ofFirstNine(first + insurer.value() + "00").value());
    }

    /** The code of its newest mail. */
    public String code() {
        return code(LOGIN);
    }

    /** Of another account of the office. */
    public String code(String login) {
        return newestCode(
                TestServer.mailsTo(login + "@" + id.number() + ".example").getLast());
    }

    /** One more account, with the password of all of them. */
    public SampleOffice with(String login, InstitutionRole role) {
        Set<Job> jobs = role == InstitutionRole.OFFICE_USER ? Set.of() : Set.of(Job.OTHER);
        TestServer.bean(InstitutionAccounts.class)
                .put(
                        new NewInstitutionAccount(
                                id, login, "見本　" + login, jobs, null, login + "@" + id.number() + ".example", role),
                        PASSWORD,
                        false);
        return this;
    }

    /** With a 管理者. */
    public SampleOffice withAdministrator() {
        return with(ADMINISTRATOR, InstitutionRole.ADMINISTRATOR);
    }

    /** With a 事業所ユーザ. */
    public SampleOffice withOfficeUser() {
        return with(OFFICE_USER, InstitutionRole.OFFICE_USER);
    }

    private static String newestCode(String text) {
        Matcher code = Pattern.compile("[0-9]{6}").matcher(text);
        if (!code.find()) {
            throw new AssertionError("no code in the mail");
        }
        return code.group();
    }

    public InstitutionViewer viewer() {
        return new InstitutionViewer(
                id,
                LOGIN,
                ClientCertificates.fingerprint(certificate.certificate()),
                UUID.randomUUID().toString());
    }

    /** As if 本人確認 had been done, good until a day. */
    public void verified(InsurerNumber insurer, InsuredNumber person, LocalDate until) {
        Loads.database()
                .sql("""
                insert into insured.viewing
                    (insurer_number, insured_number, office_number, verified_at, verified_by, viewable_until)
                values (?, ?, ?, timestamptz '2026-11-01 09:00+09', 'cm', ?)""")
                .params(insurer.value(), person.value(), id.number(), until)
                .update();
    }
}
