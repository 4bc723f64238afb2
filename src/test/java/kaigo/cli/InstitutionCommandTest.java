package kaigo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** An operator lets an office in: known, with a certificate and an account. */
class InstitutionCommandTest {

    private static final String OFFICE = "4470100017";
    private static final String PASSWORD = "hajimete-no-aikotoba";

    private static OwnInstallation own;

    @BeforeAll
    static void open() throws Exception {
        own = new OwnInstallation();
    }

    @AfterAll
    static void close() {
        own.close();
    }

    @Test
    void an_office_is_put_and_gets_its_certificate_and_its_account() {
        assertThat(register("4470100025")).as("unknown as yet").isEqualTo(2);
        put("4470100025");
        assertThat(register("4470100025")).isZero();
        assertThat(own.run("cert", "list", "--office", "4470100025")).isZero();
        assertThat(own.out).contains("office:4470100025", "有効");

        assertThat(account("4470100025", "CARE_MANAGER", "--care-manager-number", "44000001"))
                .isZero();
        assertThat(account("4470100025", "OTHER")).as("there already").isEqualTo(1);
        assertThat(own.run("institution", "disable", "--office", "4470100025", "--login", "cm"))
                .isZero();
        assertThat(own.run("institution", "enable", "--office", "4470100025", "--login", "nobody"))
                .isEqualTo(1);
        assertThat(own.run("institution", "sign-out", "--office", "4470100025", "--login", "cm"))
                .isZero();
        assertThat(own.run("institution", "sign-out", "--office", "4470100025", "--login", "nobody"))
                .isEqualTo(1);
    }

    @Test
    void wrong_usage_is_told() {
        put(OFFICE);
        assertThat(account(OFFICE, "CARE_MANAGER")).isEqualTo(2);
        assertThat(own.err).contains("介護支援専門員番号");
        assertThat(account(OFFICE, "DOCTOR", "--care-manager-number", "44000001"))
                .isEqualTo(2);
        assertThat(account("44701", "OTHER")).isEqualTo(2);
        assertThat(own.runWith(
                        "short\n",
                        "institution",
                        "account",
                        "--office",
                        OFFICE,
                        "--login",
                        "cm",
                        "--name",
                        "x",
                        "--job",
                        "OTHER",
                        "--own-password"))
                .isEqualTo(2);
        assertThat(own.run("cert", "list", "--office", OFFICE, "--clinic", "4410100011"))
                .isEqualTo(2);
        assertThat(own.err).contains("--insurer、--office、--clinic");
        assertThat(own.run(
                        "institution",
                        "put",
                        "--insurer",
                        "442012",
                        "--name",
                        "x",
                        "--prefecture",
                        "大分県",
                        "--from",
                        "2026-01-01"))
                .isEqualTo(2);
    }

    @Test
    void the_office_user_is_one_and_has_no_job() {
        put("4470100033");
        assertThat(officeUser("4470100033", "KJ447010003301")).isZero();
        assertThat(officeUser("4470100033", "KJ447010003302"))
                .as("one for each office")
                .isEqualTo(2);
        assertThat(own.err).contains("1 つの事業所に 1 つ");
        assertThat(officeUser("4470100033", "KJ447010003301", "--job", "OTHER")).isEqualTo(2);
        assertThat(officeUser("4470100033", "kj447010003301"))
                .as("looks like one")
                .isEqualTo(2);
    }

    @Test
    void the_check_names_the_step_that_fails_and_what_to_do() {
        String office = "4470100041";
        put(office);
        assertThat(own.run("institution", "check", "--office", office)).isEqualTo(1);
        assertThat(own.out).contains("[ここで止まっています] 証明書が登録されている", "→ 証明書の登録を、運用窓口に");
        assertThat(register(office)).isZero();
        assertThat(own.run("institution", "check", "--office", office)).isZero();
        assertThat(own.run("institution", "check", "--office", office, "--login", "cm"))
                .isEqualTo(1);
        assertThat(own.out).contains("[ここで止まっています] ユーザーIDとパスワードが合う", "アカウントがありません");
        assertThat(account(office, "CARE_MANAGER", "--care-manager-number", "44000009"))
                .isZero();
        assertThat(own.run("institution", "check", "--office", office, "--login", "cm"))
                .isEqualTo(1);
        assertThat(own.out).contains("仮パスワードのままです", "[ここで止まっています] メールアドレスが登録されている");
        assertThat(own.run(
                        "institution",
                        "check",
                        "--office",
                        "4470100025",
                        "--certificate",
                        own.folder.resolve(office + ".pem").toString()))
                .isEqualTo(1);
        assertThat(own.out).contains("別の事業所・医療機関の証明書です");
    }

    @Test
    void care_managers_are_listed_by_number_and_certificates_that_end_by_day() {
        String office = "4470100058";
        put(office);
        assertThat(own.run("institution", "care-managers", "--number", "44000077"))
                .isEqualTo(1);
        assertThat(account(office, "CARE_MANAGER", "--care-manager-number", "44000077"))
                .isZero();
        assertThat(own.run("institution", "care-managers", "--number", "44000077"))
                .isZero();
        assertThat(own.out).contains("44000077", "office:" + office + "/cm");
        assertThat(own.run("institution", "care-managers", "--number", "44000077", "--several"))
                .isEqualTo(1);
        assertThat(own.run("cert", "list", "--ending")).isZero();
        assertThat(own.out).contains("office:" + office, "使える証明書なし");
    }

    private static int officeUser(String office, String login, String... more) {
        String[] first = {
            "institution",
            "account",
            "--office",
            office,
            "--login",
            login,
            "--name",
            "事業所ユーザ",
            "--mail",
            "kj@kiban.example"
        };
        String[] all = java.util.stream.Stream.of(first, more)
                .flatMap(java.util.Arrays::stream)
                .toArray(String[]::new);
        return own.runWith(PASSWORD + "\n", all);
    }

    private static void put(String office) {
        assertThat(own.run(
                        "institution",
                        "put",
                        "--office",
                        office,
                        "--name",
                        "架空居宅",
                        "--prefecture",
                        "大分県",
                        "--service",
                        "43",
                        "--from",
                        "2020-04-01"))
                .isZero();
    }

    private static int register(String office) {
        Path pem = own.folder.resolve(office + ".pem");
        Path certificates = own.data.resolve("certificates");
        assertThat(own.run(
                        "cert",
                        "client",
                        "--office",
                        office,
                        "--dir",
                        certificates.toString(),
                        "--out",
                        pem.toString()))
                .isZero();
        assertThat(own.out).contains("事業所番号 / office: " + office);
        return own.run("cert", "register", pem.toString());
    }

    private static int account(String office, String job, String... more) {
        String[] first = {"institution", "account", "--office", office, "--login", "cm", "--name", "見本　計", "--job", job
        };
        String[] all = java.util.stream.Stream.of(first, more)
                .flatMap(java.util.Arrays::stream)
                .toArray(String[]::new);
        return own.runWith(PASSWORD + "\n", all);
    }
}
