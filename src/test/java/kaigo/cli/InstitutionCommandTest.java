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
                        "OTHER"))
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
