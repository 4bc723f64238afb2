package kaigo.keys;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import kaigo.shared.PmhHash;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyRingTest {
    private static final byte[] NUMBER = "123456789018".getBytes(US_ASCII);

    @TempDir
    Path folder;

    @Test
    void a_demo_makes_its_key_file_once_for_its_owner_only() throws Exception {
        KeyRing made = KeyRing.openOrCreate(file());
        KeyRing again = KeyRing.openOrCreate(file());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
        assertThat(again.hmacMyNumber(NUMBER))
                .isEqualTo(made.hmacMyNumber(NUMBER))
                .hasSize(32);
        assertThat(again.databasePasswords()).isPresent().isEqualTo(made.databasePasswords());
        assertThat(filesIn(folder)).containsExactly(file());
    }

    @Test
    void programs_that_begin_at_once_get_the_same_keys() throws Exception {
        try (var threads = Executors.newFixedThreadPool(8)) {
            Callable<String> open = () -> KeyRing.openOrCreate(file()).masterKeyId();
            var ids = threads.invokeAll(Collections.nCopies(8, open)).stream()
                    .map(Future::resultNow)
                    .distinct();
            assertThat(ids).hasSize(1);
        }
        assertThat(filesIn(folder)).containsExactly(file());
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r-----", "rw----r--", "rw--w----", "rwx------"})
    void a_key_file_that_others_may_read_is_refused(String mode) throws Exception {
        KeyRing.openOrCreate(file());
        Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString(mode));
        assertThatThrownBy(() -> KeyRing.openOrCreate(file()))
                .isInstanceOf(KeysUnusable.class)
                .hasMessageContaining("chmod 600");
    }

    @Test
    void another_file_is_not_taken_for_a_key_file() throws Exception {
        Files.writeString(file(), "master=x\n");
        Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-------"));
        assertThatThrownBy(() -> KeyRing.openOrCreate(file()))
                .isInstanceOf(KeysUnusable.class)
                .hasMessageContaining("kiban-keys-1");
    }

    @Test
    void serve_without_keys_says_all_that_is_missing_at_once() {
        assertThatThrownBy(() -> KeyRing.fromEnvironment(Map.of()))
                .isInstanceOf(KeysUnusable.class)
                .hasMessageContainingAll(
                        "KIBAN_MASTER_KEY",
                        "KIBAN_MY_NUMBER_HMAC_KEY",
                        "KIBAN_PMH_KEY_HMAC_KEY",
                        "KIBAN_HEAD_SIGNING_KEY");
    }

    @Test
    void serve_takes_its_keys_from_the_environment_and_never_prints_them() {
        Map<String, String> environment = environment("m-2:" + key(2) + ", m-1:" + key(1));
        KeyRing ring = KeyRing.fromEnvironment(environment);
        assertThat(ring.masterKeyId()).isEqualTo("m-2");
        assertThat(ring.databasePasswords()).isEmpty();
        assertThat(ring.toString()).contains("m-1").doesNotContain(key(1));
        assertThatThrownBy(ring::rotate).isInstanceOf(KeysUnusable.class).hasMessageContaining("KIBAN_MASTER_KEY");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"no-id", "id:short", "ID:AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE=", "a:, b:", "secret:secret"
            })
    void a_malformed_key_is_named_by_its_variable_but_not_printed(String text) {
        assertThatThrownBy(() -> KeyRing.fromEnvironment(environment(text)))
                .isInstanceOf(KeysUnusable.class)
                .hasMessageContaining("KIBAN_MASTER_KEY")
                .message()
                .doesNotContain(text);
    }

    @Test
    void serve_refuses_demo_keys_from_the_file_and_from_the_environment() {
        KeyRing.openOrCreate(file());
        assertThatThrownBy(() -> KeyRing.fromEnvironment(Map.of("KIBAN_KEY_FILE", file().toString())))
                .isInstanceOf(KeysUnusable.class)
                .hasMessageContainingAll("demo-master", "demo-my-number", "demo-pmh-key", "demo-head-signing");
        assertThatThrownBy(() -> KeyRing.fromEnvironment(environment("m-2:" + key(2) + ",demo-1:" + key(1))))
                .isInstanceOf(KeysUnusable.class)
                .hasMessageContaining("demo-1");
    }

    @Test
    void serve_takes_a_file_of_its_own_but_makes_none_by_itself() {
        assertThatThrownBy(() -> KeyRing.fromEnvironment(Map.of("KIBAN_KEY_FILE", file().toString())))
                .isInstanceOf(KeysUnusable.class);
        String id = KeyRing.create(file()).masterKeyId();
        assertThat(KeyRing.fromEnvironment(Map.of("KIBAN_KEY_FILE", file().toString()))
                        .masterKeyId())
                .isEqualTo(id);
        assertThatThrownBy(() -> KeyRing.create(file())).isInstanceOf(KeysUnusable.class);
    }

    /** RFC 4231, test case 2 ("Jefe") doesn't fit a key of 32 bytes, so the value comes from an independent tool. */
    @Test
    void hmacs_are_hmac_sha_256_with_a_key_for_each_use() {
        KeyRing ring = KeyRing.fromEnvironment(environment("m-1:" + key(1)));
        assertThat(HexFormat.of().formatHex(ring.hmacMyNumber(NUMBER)))
                .isEqualTo("88fe0b22173ee67c862bf55c8b478598ef77b15c1735d632ea4de8b9ddb3d10b");
        assertThat(ring.hashPmhKey(NUMBER).newest()).isNotEqualTo(ring.hmacMyNumber(NUMBER));
    }

    @Test
    void hmacs_of_many_threads_agree() throws Exception {
        KeyRing ring = KeyRing.openOrCreate(file());
        String expected = HexFormat.of().formatHex(ring.hmacMyNumber(NUMBER));
        Callable<Boolean> many = () -> Stream.generate(() -> HexFormat.of().formatHex(ring.hmacMyNumber(NUMBER)))
                .limit(2000)
                .allMatch(expected::equals);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(threads.invokeAll(Collections.nCopies(16, many))).allMatch(Future::resultNow);
        }
    }

    @Test
    void what_is_wrapped_opens_again_unless_altered() {
        KeyRing ring = KeyRing.openOrCreate(file());
        byte[] secret = "a key to be kept".getBytes(US_ASCII);
        Sealed sealed = ring.wrap(secret);
        assertThat(ring.unwrap(sealed)).isEqualTo(secret);
        for (int at = 0; at < sealed.bytes().length; at++) {
            byte[] altered = sealed.bytes().clone();
            altered[at] ^= 1;
            assertThatThrownBy(() -> ring.unwrap(new Sealed(sealed.keyId(), altered)))
                    .isInstanceOf(SealBroken.class);
        }
        assertThatThrownBy(() -> ring.unwrap(new Sealed(sealed.keyId(), new byte[3])))
                .isInstanceOf(SealBroken.class);
    }

    @Test
    void rotation_adds_a_master_key_and_the_old_one_still_opens_what_it_sealed() throws IOException {
        KeyRing before = KeyRing.openOrCreate(file());
        Sealed old = before.wrap(NUMBER);
        KeyRing after = before.rotate();
        assertThat(after.masterKeyId()).startsWith("demo-master-2-").isNotEqualTo(before.masterKeyId());
        KeyRing reopened = KeyRing.openOrCreate(file());
        assertThat(reopened.masterKeyId()).isEqualTo(after.masterKeyId());
        assertThat(reopened.unwrap(old)).isEqualTo(NUMBER);
        assertThat(reopened.unwrap(after.wrap(NUMBER))).isEqualTo(NUMBER);
        assertThat(reopened.hmacMyNumber(NUMBER)).isEqualTo(before.hmacMyNumber(NUMBER));
        assertThat(reopened.databasePasswords()).isEqualTo(before.databasePasswords());
        assertThatThrownBy(() -> before.unwrap(after.wrap(NUMBER)))
                .isInstanceOf(SealBroken.class)
                .hasMessageContaining(after.masterKeyId());
        assertThat(filesIn(folder)).containsExactly(file());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
    }

    @Test
    void new_hmac_keys_hash_otherwise_and_the_older_key_of_the_pmh_key_stays_until_it_is_taken_off()
            throws IOException {
        KeyRing before = KeyRing.openOrCreate(file());
        PmhHash old = before.hashPmhKey(NUMBER);
        KeyRing after = before.rotateHmac();
        PmhHash renewed = after.hashPmhKey(NUMBER);
        assertThat(after.hmacMyNumber(NUMBER)).isNotEqualTo(before.hmacMyNumber(NUMBER));
        assertThat(after.ids().get("hmac.my-number")).hasSize(1);
        assertThat(old.older()).isEmpty();
        assertThat(renewed.newest()).isNotEqualTo(old.newest());
        assertThat(renewed.older()).containsExactly(old.newest());
        assertThat(List.of(renewed.all())).containsExactly(renewed.newest(), old.newest());
        assertThat(after.olderPmhKeys())
                .containsExactly(
                        Map.entry(old.mark(), before.ids().get("hmac.pmh-key").getFirst()));
        assertThat(renewed.mark()).isNotEqualTo(old.mark());
        assertThat(KeyRing.openOrCreate(file()).hashPmhKey(NUMBER).older()).containsExactly(old.newest());

        KeyRing alone = after.withoutPmhKeys(after.olderPmhKeys().values());
        assertThat(alone.hashPmhKey(NUMBER).older()).isEmpty();
        assertThat(alone.hashPmhKey(NUMBER).newest()).isEqualTo(renewed.newest());
        assertThat(after.withoutPmhKeys(after.ids().get("hmac.pmh-key"))
                        .hashPmhKey(NUMBER)
                        .newest())
                .as("the newest key never goes")
                .isEqualTo(renewed.newest());
    }

    @Test
    void keys_from_the_environment_are_changed_there_and_each_variable_is_named() {
        Map<String, String> environment = environment("m-1:" + key(1));
        environment.put("KIBAN_PMH_KEY_HMAC_KEY", "pmh-2:" + key(22) + ",pmh-1:" + key(12));
        KeyRing ring = KeyRing.fromEnvironment(environment);
        assertThat(ring.hashPmhKey(NUMBER).older()).hasSize(1);
        assertThatThrownBy(ring::rotateHmac)
                .isInstanceOf(KeysUnusable.class)
                .hasMessageContainingAll("KIBAN_MY_NUMBER_HMAC_KEY", "KIBAN_PMH_KEY_HMAC_KEY");
        environment.put("KIBAN_MY_NUMBER_HMAC_KEY", "number-2:" + key(21) + ",number-1:" + key(11));
        assertThatThrownBy(() -> KeyRing.fromEnvironment(environment))
                .as("of this one an older key would be of no use")
                .isInstanceOf(KeysUnusable.class)
                .hasMessageContaining("KIBAN_MY_NUMBER_HMAC_KEY");
    }

    /** Secret, public key, message and signature of RFC 8032, 7.1, TEST 2. */
    @Test
    void heads_are_signed_with_ed25519_and_the_exported_key_verifies_them() throws Exception {
        byte[] secret = HexFormat.of().parseHex("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb");
        Map<String, String> environment = environment("m-1:" + key(1));
        environment.put(
                "KIBAN_HEAD_SIGNING_KEY", "head-1:" + Base64.getEncoder().encodeToString(secret));
        KeyRing ring = KeyRing.fromEnvironment(environment);
        byte[] message = {0x72};
        assertThat(HexFormat.of().formatHex(ring.sign(message)))
                .isEqualTo("92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
                        + "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00");
        Signature check = Signature.getInstance("Ed25519");
        check.initVerify(publicKey(ring.headPublicKeyPem()));
        check.update(message);
        assertThat(check.verify(ring.sign(message))).isTrue();
        assertThat(ring.headKeyId()).isEqualTo("head-1");
    }

    private static PublicKey publicKey(String pem) throws Exception {
        String body = pem.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
        return KeyFactory.getInstance("Ed25519")
                .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(body)));
    }

    private static String key(int filling) {
        byte[] bytes = new byte[32];
        Arrays.fill(bytes, (byte) filling);
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static Map<String, String> environment(String master) {
        return new HashMap<>(Map.of(
                "KIBAN_MASTER_KEY", master,
                "KIBAN_MY_NUMBER_HMAC_KEY", "number-1:" + key(11),
                "KIBAN_PMH_KEY_HMAC_KEY", "pmh-1:" + key(12),
                "KIBAN_HEAD_SIGNING_KEY", "head-1:" + key(13)));
    }

    private Path file() {
        return folder.resolve("keys");
    }

    private static List<Path> filesIn(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.toList();
        }
    }
}
