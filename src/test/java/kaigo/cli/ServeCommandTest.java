package kaigo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import kaigo.TestDatabase;
import kaigo.TestFolders;
import kaigo.keys.KeyRing;
import kaigo.platform.Installation;
import kaigo.platform.Migrations;
import kaigo.platform.postgres.PostgresServer;
import kaigo.platform.postgres.PostgresSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServeCommandTest {

    private OwnInstallation own;

    @BeforeEach
    void make() throws Exception {
        own = new OwnInstallation();
    }

    @AfterEach
    void remove() {
        own.close();
    }

    @Test
    void everything_that_is_missing_is_said_at_once() {
        own.environment.clear();

        assertThat(own.run("serve")).isEqualTo(2);
        assertThat(own.err)
                .contains("KIBAN_DATABASE_URL", "KIBAN_OWNER_USER", "KIBAN_OWNER_PASSWORD", "KIBAN_APPLICATION_USER")
                .contains("KIBAN_APPLICATION_PASSWORD", "KIBAN_DATA", "KIBAN_INTERMEDIATE_SERVER", "KIBAN_MASTER_KEY")
                .doesNotContain("Exception", "\tat ");
        assertThat(own.err.lines()).hasSizeLessThan(25);
    }

    @Test
    void a_database_that_could_lose_data_is_refused_and_nothing_else_is_wrong_here() {
        assertThat(own.run("serve", "--check")).isEqualTo(2);
        assertThat(own.err.lines().filter(line -> line.startsWith("  ")))
                .hasSize(3)
                .allMatch(line -> line.contains("off"));
    }

    @Test
    void a_sound_installation_passes_the_check() throws Exception {
        Path folder = TestFolders.create("kiban-test-durable");
        try (PostgresServer server = PostgresServer.start(
                        PostgresSettings.durable(folder).withBin(TestDatabase.binFolder()),
                        TestDatabase.PASSWORDS,
                        line -> {});
                OwnInstallation sound = new OwnInstallation(server.jdbcUrl())) {
            int code = sound.run("serve", "--check");
            assertThat(sound.err).isEmpty();
            assertThat(code).isZero();

            sound.environment.put("KIBAN_ADDRESS", "0.0.0.0");
            assertThat(sound.run("serve", "--check")).isZero();
            assertThat(sound.err).contains("TLS");
            readsCardsOnlyWhereSomebodySaysWhoseTheyAre(sound);
        } finally {
            TestFolders.delete(folder);
        }
    }

    private static void readsCardsOnlyWhereSomebodySaysWhoseTheyAre(OwnInstallation sound) {
        sound.environment.put("KIBAN_CARD_BRIDGE", "http://localhost:30000");
        assertThat(bridge(sound)).isEmpty();
        sound.environment.put("KIBAN_CARD_LOOKUP", "https://cards.example.jp/");
        assertThat(bridge(sound)).hasValue("http://localhost:30000");
        sound.environment.remove("KIBAN_CARD_BRIDGE");
        assertThat(bridge(sound)).hasValue("http://127.0.0.1:28475");
    }

    private static Optional<String> bridge(OwnInstallation sound) {
        Installation read = new ServeSettings(sound.environment).read().orElseThrow();
        return read.cardReading().map(reading -> reading.bridge().origin());
    }

    @ParameterizedTest
    @CsvSource({
        "KIBAN_PORT, 65535, KIBAN_PORT",
        "KIBAN_PORT, x, KIBAN_PORT",
        "KIBAN_LOAD_WORKERS, 0, KIBAN_LOAD_WORKERS",
        "KIBAN_PROXY, proxy.example.jp, KIBAN_PROXY",
        "KIBAN_PROXY, 127.0.0.1/8, KIBAN_PROXY",
        "KIBAN_OPENID_ISSUER, https://id.example.jp, KIBAN_OPENID_ACR",
        "KIBAN_PROPOSALS, LIFE_OPEN, KIBAN_PROPOSALS",
        "KIBAN_PROPOSALS, LIFE_SHUT=on, KIBAN_PROPOSALS",
        "KIBAN_PROPOSALS, WRONG_CHECKS_AN_HOUR=0, KIBAN_PROPOSALS",
        "KIBAN_CARD_LOOKUP, http://cards.example.jp/, KIBAN_CARD_LOOKUP",
        "KIBAN_CARD_BRIDGE, http://192.168.0.9:28475, KIBAN_CARD_BRIDGE",
        "KIBAN_CARD_BRIDGE, http://127.0.0.1:28475; script-src *, KIBAN_CARD_BRIDGE",
        "KIBAN_LOG_COLLECTOR, http://logs.example.jp/, KIBAN_LOG_COLLECTOR",
        "KIBAN_VIRUS_SCANNER, clamd.example.jp:3310, KIBAN_VIRUS_SCANNER",
        "KIBAN_OWNER_PASSWORD_FILE, /nowhere/owner, KIBAN_OWNER_PASSWORD_FILE",
        "KIBAN_INTERMEDIATE_SERVER, http://other.example.jp/, https",
        "KIBAN_INTERMEDIATE_SERVER, not a uri, KIBAN_INTERMEDIATE_SERVER",
        "KIBAN_DATABASE_URL, jdbc:mysql://h/d, jdbc:postgresql",
        "KIBAN_DATABASE_URL, jdbc:postgresql://h/d?password=secret, KIBAN_DATABASE_URL",
        "KIBAN_DATABASE_URL, jdbc:postgresql://127.0.0.1:1/d, つながりません",
        "KIBAN_DATABASE_URL, jdbc:postgresql://db.invalid/d?sslmode=require, sslmode=verify-full",
        "KIBAN_DATABASE_URL, jdbc:postgresql://db.invalid/d?sslmode=verify-full, つながりません",
        "KIBAN_OWNER_PASSWORD, wrong, kiban_owner",
        "KIBAN_APPLICATION_PASSWORD, wrong, kiban_app",
        "KIBAN_APPLICATION_USER, kiban_super, kiban_super",
        "KIBAN_AUDITOR_USER, nobody, nobody",
        "KIBAN_DATA, /nowhere, /nowhere",
        "KIBAN_KEY_FILE, /nowhere/keys, /nowhere/keys",
    })
    void a_wrong_value_is_named(String variable, String value, String named) {
        own.environment.put(variable, value);

        assertThat(own.run("serve", "--check")).isEqualTo(2);
        assertThat(own.err).contains(named).doesNotContain("secret", "Exception");
    }

    @Test
    void no_command_speaks_plainly_to_a_database_on_another_machine() {
        own.environment.put("KIBAN_DATABASE_URL", "jdbc:postgresql://db.invalid/d");

        assertThat(own.run("insurer", "list")).isEqualTo(2);
        assertThat(own.err)
                .contains("KIBAN_DATABASE_URL", "sslmode=verify-full")
                .doesNotContain("Exception");
    }

    @Test
    void an_application_role_that_rules_is_refused() {
        own.environment.putAll(Map.of(
                "KIBAN_APPLICATION_USER",
                "kiban_super",
                "KIBAN_APPLICATION_PASSWORD",
                TestDatabase.PASSWORDS.superuser()));
        assertThat(own.run("serve", "--check")).isEqualTo(2);
        assertThat(own.err).contains("スーパーユーザー");

        own.environment.putAll(Map.of(
                "KIBAN_APPLICATION_USER", "kiban_owner", "KIBAN_APPLICATION_PASSWORD", TestDatabase.PASSWORDS.owner()));
        assertThat(own.run("serve", "--check")).isEqualTo(2);
        assertThat(own.err).contains("所有者の権限");
    }

    @Test
    void a_role_that_may_change_audit_entries_is_refused() throws Exception {
        Migrations.apply(own.database());
        own.run("serve", "--check");
        assertThat(own.err).doesNotContain("監査記録を変更できます");

        own.asSuperuser("grant update (detail) on audit.entry to kiban_app");
        assertThat(own.run("serve", "--check")).isEqualTo(2);
        assertThat(own.err).contains("監査記録を変更できます");
    }

    @Test
    void what_a_demo_left_is_refused() throws Exception {
        Migrations.apply(own.database());
        own.asSuperuser("insert into identity.account (insurer_number, login, display_name, password_hash, demo)"
                + " values ('442012', 'tanto', 'x', 'x', true)");
        own.asSuperuser("insert into identity.client_certificate (holder, fingerprint, subject, not_after, demo)"
                + " values ('insurer:442012', repeat('0', 64), 'x', '2030-01-01', true)");
        Path demoKeys = own.folder.resolve("demo-keys");
        KeyRing.openOrCreate(demoKeys);
        own.environment.put("KIBAN_KEY_FILE", demoKeys.toString());
        Files.writeString(own.data.resolve("as-of.txt"), "2026-11-20 2026-11-20T00:00:00Z\n");

        assertThat(own.run("serve")).isEqualTo(2);
        assertThat(own.err).contains("デモのアカウント", "デモの証明書", "デモ用の鍵", "デモのデータ");
    }

    @Test
    void explain_shows_every_setting_and_its_source_and_no_secret() {
        own.environment.put("KIBAN_LOAD_WORKERS", "5");
        own.environment.put("KIBAN_PROPOSALS", "LIFE_OPEN=on,DAYS_WARNED_BEFORE_END=30,CARD_ITEMS=SEX,NOTHING=on");
        own.environment.remove("KIBAN_DATA");

        assertThat(own.run("serve", "--explain")).isZero();
        assertThat(own.out)
                .contains("KIBAN_LOAD_WORKERS = 5  [環境変数")
                .contains("KIBAN_PORT = 8080  [既定")
                .contains("KIBAN_DATA =   [未設定")
                .contains("LIFE_OPEN = on  [環境変数", "CARE_PLANS_OPEN = off  [既定", "NOTHING=on")
                .contains("DAYS_WARNED_BEFORE_END = 30  [環境変数", "WRONG_CHECKS_AN_HOUR = 5  [既定")
                .contains("CARD_ITEMS = SEX  [環境変数")
                .contains("KIBAN_OWNER_PASSWORD = （設定あり")
                .doesNotContain(TestDatabase.PASSWORDS.owner(), TestDatabase.PASSWORDS.application());
    }
}
