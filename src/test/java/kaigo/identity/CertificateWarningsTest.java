package kaigo.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import kaigo.Browser;
import kaigo.SampleOffice;
import kaigo.TestServer;
import kaigo.api.Systems;
import kaigo.certificates.IssuedCertificate;
import kaigo.certificates.Validity;
import kaigo.demo.DemoAccounts;
import kaigo.intake.Loads;
import kaigo.shared.AccountRole;
import kaigo.shared.InsurerNumber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 証明書の期限のお知らせ, by a real mail server. */
class CertificateWarningsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

    private final InsurerNumber insurer = TestServer.insurerDaily();
    private final SampleOffice office = SampleOffice.near(insurer).withAdministrator();
    private final String mail = SampleOffice.ADMINISTRATOR + "@" + office.id.number() + ".example";
    private final CertificateWarnings warnings = TestServer.bean(CertificateWarnings.class);

    @ParameterizedTest
    @CsvSource({
        "91,", "90, 90", "61, 90", "60, 60", "31, 60", "30, 30", "15, 30", "14, 14", "8, 14", "7, 7", "0, 7", "-1,"
    })
    void a_step_is_reached_on_its_day_and_holds_until_the_next(int daysLeft, Integer step) {
        assertThat(CertificateEnds.step(TODAY, TODAY.plusDays(daysLeft))).isEqualTo(Optional.ofNullable(step));
    }

    @Test
    void each_administrator_is_told_once_at_each_step() {
        office.with("second", InstitutionRole.ADMINISTRATOR);
        warnings.run();
        warnings.run();
        assertThat(TestServer.mailsTo(mail)).hasSize(1);
        assertThat(TestServer.mailsTo("second@" + office.id.number() + ".example"))
                .hasSize(1);
        assertThat(TestServer.mailsTo(office.mail())).as("nobody else").isEmpty();
        assertThat(TestServer.mailsTo(mail).getFirst())
                .contains(office.id.number(), "あと30日", "令和8年12月20日")
                .doesNotContain("見本")
                .doesNotContain(SampleOffice.ADMINISTRATOR);

        endsIn(10);
        warnings.run();
        endsIn(9);
        warnings.run();
        assertThat(TestServer.mailsTo(mail)).hasSize(2).last().asString().contains("あと10日");
        endsIn(-1);
        warnings.run();
        assertThat(TestServer.mailsTo(mail)).hasSize(2);
    }

    @Test
    void a_newer_registered_certificate_ends_the_warnings_and_a_revoked_one_does_not() {
        IssuedCertificate next = Systems.issue(office.id, Validity.days(Systems.now(), 300));
        Systems.register(next);
        warnings.run();
        assertThat(TestServer.mailsTo(mail)).isEmpty();
        TestServer.bean(ClientCertificates.class).revoke(office.id, ClientCertificates.fingerprint(next.certificate()));
        warnings.run();
        assertThat(TestServer.mailsTo(mail)).hasSize(1);
    }

    @Test
    void a_mail_that_could_not_be_sent_is_tried_again_and_holds_up_nobody_else() {
        office.with("second", InstitutionRole.ADMINISTRATOR);
        address("kanri<@broken.example");
        warnings.run();
        assertThat(TestServer.mailsTo("second@" + office.id.number() + ".example"))
                .hasSize(1);
        address(mail);
        warnings.run();
        assertThat(TestServer.mailsTo(mail)).hasSize(1);
        assertThat(TestServer.mailsTo("second@" + office.id.number() + ".example"))
                .hasSize(1);
    }

    @Test
    void two_servers_at_once_tell_once() throws Exception {
        List<Callable<Boolean>> both = List.of(this::run, this::run);
        try (ExecutorService pool = Executors.newFixedThreadPool(2)) {
            for (var one : pool.invokeAll(both)) {
                assertThat(one.get()).isTrue();
            }
        }
        assertThat(TestServer.mailsTo(mail)).hasSize(1);
    }

    @Test
    void the_operator_sees_what_ends_who_was_told_and_who_has_none() {
        warnings.run();
        SampleOffice alone = SampleOffice.second(insurer);
        TestServer.bean(ClientCertificates.class)
                .revoke(alone.id, ClientCertificates.fingerprint(alone.certificate.certificate()));
        TestServer.bean(DemoAccounts.class).create(NewAccount.of(AccountRole.OPERATORS, "unyo", "見本"), "見本");
        Browser operator = Browser.as(AccountRole.OPERATORS, "unyo");
        assertThat(rows(operator, office)).contains("30日前のお知らせ済み");
        assertThat(rows(operator, alone)).contains("使える証明書がありません");
    }

    /** The list is of all offices of all tests: page by page. */
    private static String rows(Browser operator, SampleOffice office) {
        for (int page = 1; page < 100; page++) {
            String body = operator.get("/operator/certificates?page=" + page).body();
            int at = body.indexOf(office.id.number());
            if (at >= 0) {
                return body.substring(at, body.indexOf("</tr>", at));
            }
        }
        return "";
    }

    private boolean run() {
        warnings.run();
        return true;
    }

    private void endsIn(int days) {
        Loads.database()
                .sql("update identity.client_certificate set not_after = ? where holder = ?")
                .params(
                        java.time.OffsetDateTime.ofInstant(
                                Systems.now().plus(Duration.ofDays(days)), java.time.ZoneOffset.UTC),
                        office.id.holder())
                .update();
    }

    private void address(String address) {
        Loads.database()
                .sql("update identity.institution_account set mail = ? where number = ? and login = ?")
                .params(address, office.id.number(), SampleOffice.ADMINISTRATOR)
                .update();
    }
}
