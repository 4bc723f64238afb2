package kaigo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Stream;
import kaigo.Await;
import kaigo.certificates.CertificateFiles;
import kaigo.certificates.CertificateFolder;
import kaigo.certificates.IssuedCertificate;
import kaigo.certificates.Validity;
import kaigo.demo.DemoAccounts;
import kaigo.identity.Accounts;
import kaigo.identity.CertificateCheck;
import kaigo.identity.ClientCertificates;
import kaigo.identity.SignIn;
import kaigo.identity.StaffAccount;
import kaigo.insured.HttpIntermediateServer;
import kaigo.insured.IntermediateServer;
import kaigo.keys.KeyRing;
import kaigo.platform.Server;
import kaigo.shared.Days;
import kaigo.shared.InsurerNumber;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/** Operators' commands beside a server that runs in serve mode on the same database. */
class OperatorCommandsTest {

    private static final String PASSWORD = "hajimete-no-aikotoba";

    private static OwnInstallation own;
    private static ConfigurableApplicationContext server;

    @BeforeAll
    static void start() throws Exception {
        own = new OwnInstallation();
        server = Server.start(own.installation());
    }

    @AfterAll
    static void stop() {
        server.close();
        own.close();
    }

    @Test
    void a_server_in_serve_mode_holds_no_bean_of_the_demo() {
        assertThat(Arrays.stream(server.getBeanDefinitionNames())
                        .map(server::getType)
                        .filter(type -> type != null && type.getName().startsWith("kaigo.demo")))
                .isEmpty();
        assertThat(server.getBean(IntermediateServer.class)).isInstanceOf(HttpIntermediateServer.class);
        assertThat(server.getEnvironment().getProperty("server.address")).isEqualTo("127.0.0.1");
        assertThat(server.getEnvironment().getProperty("server.servlet.session.cookie.secure"))
                .isEqualTo("true");
    }

    @Test
    void an_insurer_is_put_changed_and_listed() {
        assertThat(put("440016", "--load-from", "2026-11-01")).as(own.err).isZero();
        assertThat(own.run("insurer", "put", "--number", "440016", "--daily-from", "2026-12-01"))
                .isZero();

        assertThat(own.run("insurer", "list")).isZero();
        assertThat(own.out).contains("440016　大分県架空市　初期 2026-11-01　日次 2026-12-01　利用開始 未定");
        assertThat(own.run("insurer", "put", "--number", "440016", "--started-on", "2026-11-15"))
                .isEqualTo(2);
        assertThat(own.run("insurer", "put", "--number", "440017", "--name", "x", "--prefecture", "y"))
                .isEqualTo(2);
        assertThat(own.run("insurer", "put", "--number", "440024")).isEqualTo(2);
    }

    @Test
    void an_insurer_has_its_versions_and_its_rule_for_characters() {
        String number = InsurerNumber.ofFirstFive("44008").value();
        put(number, "--outside-jis", "refuse", "--versions", "2.02");
        assertThat(own.out).contains("版 2.02　JIS外 エラー");
        own.run("insurer", "put", "--number", number, "--name", "架空町");
        assertThat(own.out).contains("架空町", "版 2.02　JIS外 エラー");
        own.run("insurer", "put", "--number", number, "--outside-jis", "mark");
        assertThat(own.out).contains("JIS外 警告");

        assertThat(put(number, "--versions", "9.99")).isEqualTo(2);
        assertThat(own.err).contains("2.02");
    }

    @Test
    void an_account_signs_in_on_the_running_server() {
        InsurerNumber insurer = InsurerNumber.ofFirstFive("44003");
        put(insurer.value());

        assertThat(add(PASSWORD + "\n", insurer.value())).as(own.err).isZero();
        SignIn answer = server.getBean(Accounts.class).signIn(insurer, "tanaka", PASSWORD, "r");
        assertThat(answer).isInstanceOf(SignIn.CodeNeeded.class);

        assertThat(add(PASSWORD + "\n", insurer.value())).isEqualTo(1);
        assertThat(add("mijikai\n", insurer.value())).isEqualTo(2);
        assertThat(add("", insurer.value())).isEqualTo(2);
        assertThat(add(DemoAccounts.PASSWORD + "\n", insurer.value())).isEqualTo(2);
        assertThat(own.run(account(insurer.value(), "no-address", "--replace"))).isEqualTo(2);
        assertThat(add(PASSWORD + "\n", "999999")).isEqualTo(2);
        assertThat(own.err).contains("insurer put").doesNotContain("Exception");
        own.run(account(insurer.value(), "tanaka@example.jp", "--replace"));
        String initial = own.out.strip().replaceAll("(?s).*initial password: ", "");
        assertThat(server.getBean(Accounts.class).signIn(insurer, "tanaka", initial, "r"))
                .isInstanceOf(SignIn.CodeNeeded.class);
    }

    @Test
    void an_account_is_disabled_listed_and_enabled() {
        InsurerNumber insurer = InsurerNumber.ofFirstFive("44006");
        put(insurer.value());
        add(PASSWORD + "\n", insurer.value());
        Accounts accounts = server.getBean(Accounts.class);

        assertThat(account("disable", insurer)).as(own.err).isZero();
        assertThat(accounts.list(insurer)).noneMatch(StaffAccount::active);
        assertThat(accounts.signIn(insurer, "tanaka", PASSWORD, "r")).isEqualTo(new SignIn.Refused());
        assertThat(own.run("account", "list", "--insurer", insurer.value())).isZero();
        assertThat(own.out).contains(insurer.value() + "/tanaka　田中　一郎　職員　停止");

        assertThat(account("enable", insurer)).isZero();
        assertThat(accounts.signIn(insurer, "tanaka", PASSWORD, "r")).isInstanceOf(SignIn.CodeNeeded.class);
        for (int tries = 0; tries < 10; tries++) {
            accounts.signIn(insurer, "tanaka", "wrong", "r");
        }
        assertThat(own.run("account", "list")).isZero();
        assertThat(own.out)
                .contains(insurer.value() + "/tanaka　田中　一郎　職員　ロック中の接続元あり")
                .doesNotContain("$2");
        account("enable", insurer);
        assertThat(accounts.signIn(insurer, "tanaka", PASSWORD, "r")).isInstanceOf(SignIn.CodeNeeded.class);

        assertThat(own.run("account", "disable", "--insurer", insurer.value(), "--login", "nobody"))
                .isEqualTo(1);
        assertThat(own.run("account", "list", "--insurer", "999999")).isEqualTo(2);
    }

    private static int account(String command, InsurerNumber insurer) {
        return own.run("account", command, "--insurer", insurer.value(), "--login", "tanaka");
    }

    @Test
    void certificates_are_listed_with_their_end_and_state() {
        InsurerNumber insurer = InsurerNumber.ofFirstFive("44007");
        put(insurer.value());
        ClientCertificates register = server.getBean(ClientCertificates.class);
        Instant now = Clock.systemUTC().instant();
        String expired = registered(
                register, insurer, new Validity(now.minus(Duration.ofDays(9)), now.minus(Duration.ofDays(1))));
        String revoked = registered(register, insurer, Validity.days(now, 20));
        String valid = registered(register, insurer, Validity.days(now, 30));
        revoke(insurer, revoked);

        assertThat(own.run("cert", "list", "--insurer", insurer.value()))
                .as(own.err)
                .isZero();
        assertThat(own.out.lines())
                .satisfiesExactly(
                        line -> assertThat(line)
                                .contains("期限 " + Days.of(now.minus(Duration.ofDays(1))), "期限切れ", expired),
                        line -> assertThat(line).contains("失効", revoked),
                        line -> assertThat(line).contains("有効", valid));
        assertThat(own.run("cert", "list")).isZero();
        assertThat(own.out).contains(valid);
    }

    private static String registered(ClientCertificates register, InsurerNumber insurer, Validity validity) {
        CertificateFolder folder = new CertificateFolder(own.data.resolve("certificates"));
        var certificate = folder.authority().issueClient(insurer, validity).certificate();
        register.register(certificate, false);
        return ClientCertificates.fingerprint(certificate);
    }

    @Test
    void keys_are_rotated_only_while_the_server_stands() throws Exception {
        assertThat(own.run("keys", "rotate", "--file", own.keyFile.toString())).isEqualTo(2);
        assertThat(own.err).contains("サーバーが動いています");
        assertThat(KeyRing.open(own.keyFile).ids().get("master")).hasSize(1);

        try (OwnInstallation other = new OwnInstallation()) {
            assertThat(other.run("keys", "rotate", "--file", other.keyFile.toString()))
                    .as(other.err)
                    .isZero();
            assertThat(KeyRing.open(other.keyFile).ids().get("master")).hasSize(2);
        }
    }

    @Test
    void a_certificate_is_registered_and_revoked() {
        InsurerNumber insurer = InsurerNumber.ofFirstFive("44004");
        put(insurer.value());
        CertificateFolder folder = new CertificateFolder(own.data.resolve("certificates"));
        IssuedCertificate client = folder.authority()
                .issueClient(insurer, Validity.days(Clock.systemUTC().instant(), 30));
        Path file = own.folder.resolve("client.pem");
        CertificateFiles.writeCertificate(file, client.certificate());
        ClientCertificates register = server.getBean(ClientCertificates.class);
        String fingerprint = ClientCertificates.fingerprint(client.certificate());

        assertThat(own.run("cert", "register", file.toString())).as(own.err).isZero();
        assertThat(register.check(client.certificate())).isInstanceOf(CertificateCheck.Accepted.class);
        assertThat(revoke(insurer, fingerprint)).isZero();
        assertThat(register.check(client.certificate())).isEqualTo(CertificateCheck.Refused.REVOKED);
        assertThat(revoke(insurer, fingerprint)).isEqualTo(1);
        assertThat(revoke(insurer, "abc")).isEqualTo(2);
        assertThat(own.run("cert", "register", "/nowhere/client.pem")).isEqualTo(1);
        assertThat(own.err).contains("/nowhere/client.pem").doesNotContain("Exception");
    }

    @Test
    void commands_and_server_write_streams_that_both_verify() throws Exception {
        InsurerNumber insurer = InsurerNumber.ofFirstFive("44005");
        put(insurer.value());
        Accounts accounts = server.getBean(Accounts.class);
        add(PASSWORD + "\n", insurer.value());
        accounts.signIn(insurer, "tanaka", PASSWORD, "r1");
        put(insurer.value());
        accounts.signIn(insurer, "tanaka", PASSWORD, "r2");
        Await.until(
                () -> Files.readString(own.data.resolve("audit-heads.ndjson")).contains("\"stream\":1"),
                Duration.ofSeconds(30));

        assertThat(own.run("audit", "verify")).as(own.out + own.err).isZero();
        assertThat(own.out).contains("監査記録 1（サーバー", "監査記録 2（運用者");
        assertThat(own.run("audit", "verify", "--json")).isZero();
        assertThat(own.out).contains("\"sound\":true", "\"stream\":2");
    }

    @Test
    void a_changed_entry_of_an_operator_is_found() throws Exception {
        try (OwnInstallation other = new OwnInstallation()) {
            assertThat(put(other, "440016")).as(other.err).isZero();
            assertThat(other.run("audit", "verify")).as(other.out + other.err).isZero();

            other.asSuperuser("update audit.entry set actor = 'somebody' where stream = 2");
            assertThat(other.run("audit", "verify")).isEqualTo(1);

            other.asSuperuser("delete from audit.entry");
            assertThat(other.run("audit", "verify")).isEqualTo(1);

            other.environment.put("KIBAN_AUDITOR_PASSWORD", "wrong");
            assertThat(other.run("audit", "verify")).isEqualTo(2);
        }
    }

    @Test
    void status_is_fine_while_the_server_runs() {
        assertThat(own.run("status")).as(own.out + own.err).isZero();
        assertThat(own.out).contains("動いています", "良好");
        assertThat(own.run("status", "--json")).isZero();
        assertThat(own.out).contains("\"serverRuns\":true", "\"waitingLinks\":0", "\"attention\":[]");
    }

    @Test
    void status_asks_for_attention_without_a_server_and_says_when_there_is_no_database() throws Exception {
        try (OwnInstallation other = new OwnInstallation()) {
            assertThat(other.run("status")).isEqualTo(2);
            put(other, "440016");
            assertThat(other.run("status")).isEqualTo(1);
            assertThat(other.out).contains("要確認");

            other.environment.put("KIBAN_DATABASE_URL", "jdbc:postgresql://127.0.0.1:1/none");
            assertThat(other.run("status", "--json")).isEqualTo(2);
            assertThat(other.out).contains("\"reachable\":false");
        }
    }

    private static int put(String number, String... more) {
        return put(own, number, more);
    }

    private static int put(OwnInstallation where, String number, String... more) {
        String[] begin = {"insurer", "put", "--number", number, "--name", "架空市", "--prefecture", "大分県"};
        String[] all = Arrays.copyOf(begin, begin.length + more.length);
        System.arraycopy(more, 0, all, begin.length, more.length);
        return where.run(all);
    }

    private static int add(String input, String insurer) {
        return own.runWith(input, account(insurer, "tanaka@example.jp", "--own-password"));
    }

    private static String[] account(String insurer, String mail, String... more) {
        String begin = "account add --login tanaka --name 田中　一郎 --insurer " + insurer + " --mail " + mail;
        return Stream.concat(Stream.of(begin.split(" ")), Stream.of(more)).toArray(String[]::new);
    }

    private static int revoke(InsurerNumber insurer, String fingerprint) {
        return own.run("cert", "revoke", "--insurer", insurer.value(), "--fingerprint", fingerprint);
    }
}
