package kaigo.keys;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import kaigo.shared.PmhHash;

/**
 * 鍵束: every secret of this installation (proposed, ours; docs/keys.md). Immutable and safe for all threads.
 * What it seals bears the id of the master key, so that old seals still open after {@link #rotate}.
 */
public final class KeyRing {
    private final Map<KeySlot, List<NamedKey>> keys;
    private final Optional<RolePasswords> databasePasswords;
    private final Optional<Path> file;
    private final Mac myNumberMac;
    private final List<Mac> pmhKeyMacs;
    private final HeadSigner head;

    private KeyRing(Map<KeySlot, List<NamedKey>> keys, Optional<RolePasswords> databasePasswords, Optional<Path> file) {
        this.keys = keys;
        this.databasePasswords = databasePasswords;
        this.file = file;
        this.myNumberMac = Crypto.hmac(newest(KeySlot.MY_NUMBER_HMAC).secret());
        this.pmhKeyMacs = keys(KeySlot.PMH_KEY_HMAC).stream()
                .map(key -> Crypto.hmac(key.secret()))
                .toList();
        this.head = new HeadSigner(newest(KeySlot.HEAD_SIGNING));
    }

    /** For the demo: makes the file with demo keys if there is none. Two programs that do so at once get the same keys. */
    public static KeyRing openOrCreate(Path keyFile) {
        if (!keyFile.toFile().exists()) {
            KeyFile.create(keyFile, KeyFileEntries.fresh(true, new SecureRandom()));
        }
        return fromFile(keyFile);
    }

    /** For serve: makes a new file with real keys; refuses where a file stands already. */
    public static KeyRing create(Path keyFile) {
        if (!KeyFile.create(keyFile, KeyFileEntries.fresh(false, new SecureRandom()))) {
            throw new KeysUnusable("すでにファイルがあります: " + keyFile, "There is a file already: " + keyFile);
        }
        return fromFile(keyFile);
    }

    /**
     * For serve: from the file that KIBAN_KEY_FILE names, or else from one variable for each key.
     *
     * @throws KeysUnusable naming everything that is missing, malformed or a demo key
     */
    public static KeyRing fromEnvironment(Map<String, String> environment) {
        String named = environment.getOrDefault("KIBAN_KEY_FILE", "");
        KeyRing ring;
        if (named.isBlank()) {
            Map<KeySlot, String> texts = new EnumMap<>(KeySlot.class);
            for (KeySlot slot : KeySlot.values()) {
                texts.put(slot, environment.getOrDefault(slot.variable, ""));
            }
            ring = parsed(texts, slot -> slot.variable, Optional.empty(), Optional.empty());
        } else {
            ring = fromFile(Path.of(named));
        }
        ring.refuseDemoKeys();
        return ring;
    }

    /** From a file that must be there, demo keys or real ones: for the commands that look after it. */
    public static KeyRing open(Path keyFile) {
        return fromFile(keyFile);
    }

    /** The variables that {@link #fromEnvironment} reads where no file is named. */
    public static List<String> variables() {
        return Arrays.stream(KeySlot.values()).map(slot -> slot.variable).toList();
    }

    /** Ids only, the newest first, by the name that the key has in a key file. */
    public Map<String, List<String>> ids() {
        Map<String, List<String>> ids = new LinkedHashMap<>();
        keys.forEach((slot, list) ->
                ids.put(slot.property, list.stream().map(key -> key.id).toList()));
        return ids;
    }

    private static KeyRing fromFile(Path keyFile) {
        Properties properties = KeyFile.read(keyFile);
        Map<KeySlot, String> texts = new EnumMap<>(KeySlot.class);
        for (KeySlot slot : KeySlot.values()) {
            texts.put(slot, properties.getProperty(slot.property, ""));
        }
        return parsed(texts, slot -> slot.property, KeyFileEntries.passwords(properties), Optional.of(keyFile));
    }

    private static KeyRing parsed(
            Map<KeySlot, String> texts,
            Function<KeySlot, String> nameOf,
            Optional<RolePasswords> passwords,
            Optional<Path> file) {
        Map<KeySlot, List<NamedKey>> keys = new EnumMap<>(KeySlot.class);
        List<String> problems = new ArrayList<>();
        texts.forEach((slot, text) -> {
            Optional<List<NamedKey>> read = NamedKey.parseAll(text);
            if (text.isBlank()) {
                problems.add(nameOf.apply(slot) + ": 未設定 / missing");
            } else if (read.isEmpty() || (!slot.keepsOlder && read.get().size() > 1)) {
                problems.add(nameOf.apply(slot) + ": 形式が「id:base64(32 バイト)」ではありません / not id:base64 of 32 bytes");
            } else {
                keys.put(slot, read.get());
            }
        });
        if (!problems.isEmpty()) {
            throw KeysUnusable.all(problems);
        }
        return new KeyRing(keys, passwords, file);
    }

    private void refuseDemoKeys() {
        List<String> problems = keys.values().stream()
                .flatMap(List::stream)
                .filter(NamedKey::demo)
                .map(key -> key.id + ": デモ用の鍵は使えません / a demo key can't be used here")
                .toList();
        if (!problems.isEmpty()) {
            throw KeysUnusable.all(problems);
        }
    }

    /** HMAC-SHA256 under which a マイナンバー is compared; 32 bytes. */
    public byte[] hmacMyNumber(byte[] digits) {
        return Crypto.copy(myNumberMac).doFinal(digits);
    }

    public PmhHash hashPmhKey(byte[] key) {
        List<byte[]> hashes =
                pmhKeyMacs.stream().map(mac -> Crypto.copy(mac).doFinal(key)).toList();
        return new PmhHash(hashes.getFirst(), newest(KeySlot.PMH_KEY_HMAC).mark(), hashes.subList(1, hashes.size()));
    }

    /** Seals a key (or another short secret) with the newest master key. */
    public Sealed wrap(byte[] secret) {
        NamedKey master = newest(KeySlot.MASTER);
        return new Sealed(master.id, Crypto.seal(master.secret(), secret, master.id));
    }

    /**
     * Opens what {@link #wrap} sealed.
     *
     * @throws SealBroken if it was altered, or sealed with a master key that is not on this ring
     */
    public byte[] unwrap(Sealed sealed) {
        NamedKey master = keys(KeySlot.MASTER).stream()
                .filter(key -> key.id.equals(sealed.keyId()))
                .findFirst()
                .orElseThrow(() -> new SealBroken("no master key with the id " + sealed.keyId()));
        return Crypto.open(master.secret(), sealed.bytes(), master.id);
    }

    /** The secrets of the master keys, the newest first. */
    List<byte[]> masters() {
        return keys(KeySlot.MASTER).stream().map(NamedKey::secret).toList();
    }

    /** The master key that {@link #wrap} uses. */
    public String masterKeyId() {
        return newest(KeySlot.MASTER).id;
    }

    /** Ed25519 over the head of a chain: 64 bytes. */
    public byte[] sign(byte[] message) {
        return head.sign(message);
    }

    /** Stands beside each signature. */
    public String headKeyId() {
        return newest(KeySlot.HEAD_SIGNING).id;
    }

    /** What the verifier needs: the public key as PEM (X.509 SubjectPublicKeyInfo). */
    public String headPublicKeyPem() {
        return head.publicKeyPem();
    }

    /** Of the embedded database; empty where the keys came from the environment. */
    public Optional<RolePasswords> databasePasswords() {
        return databasePasswords;
    }

    /** Adds a new master key and keeps the old ones for what they sealed. The file is replaced in one step. */
    public KeyRing rotate() {
        return renewed(KeySlot.MASTER);
    }

    /**
     * New keys for both hashes, in one step. Nobody's マイナンバー equals its stored hash any more, so that each person is asked
     * for at the next M01, and what is found then is hashed with the new key. Until then the old key of the PMHキー finds it.
     */
    public KeyRing rotateHmac() {
        return renewed(KeySlot.MY_NUMBER_HMAC, KeySlot.PMH_KEY_HMAC);
    }

    private KeyRing renewed(KeySlot... slots) {
        Map<KeySlot, List<NamedKey>> renewed = new EnumMap<>(keys);
        for (KeySlot slot : slots) {
            NamedKey old = newest(slot);
            List<NamedKey> all = new ArrayList<>(slot.keepsOlder ? keys(slot) : List.of());
            all.addFirst(NamedKey.random(slot, old.version() + 1, old.demo(), new SecureRandom()));
            renewed.put(slot, List.copyOf(all));
        }
        return replaced(renewed, slots);
    }

    /** The older keys of the PMHキー by their marks, the oldest last. */
    public Map<Integer, String> olderPmhKeys() {
        Map<Integer, String> older = new LinkedHashMap<>();
        keys(KeySlot.PMH_KEY_HMAC).stream().skip(1).forEach(key -> older.put(key.mark(), key.id));
        return older;
    }

    /** Takes older keys of the PMHキー off the ring, for good. */
    public KeyRing withoutPmhKeys(Collection<String> ids) {
        Map<KeySlot, List<NamedKey>> fewer = new EnumMap<>(keys);
        fewer.put(
                KeySlot.PMH_KEY_HMAC,
                keys(KeySlot.PMH_KEY_HMAC).stream()
                        .filter(key -> key == newest(KeySlot.PMH_KEY_HMAC) || !ids.contains(key.id))
                        .toList());
        return replaced(fewer, KeySlot.PMH_KEY_HMAC);
    }

    private KeyRing replaced(Map<KeySlot, List<NamedKey>> others, KeySlot... changed) {
        String variables = Arrays.stream(changed).map(slot -> slot.variable).collect(Collectors.joining(", "));
        Path path = file.orElseThrow(() -> new KeysUnusable(
                "鍵が環境変数にあるため、更新できません。docs/keys.md のとおり、環境変数を書き換えてください: " + variables,
                "The keys came from the environment; change these there, as docs/keys.md says: " + variables));
        KeyFile.replace(path, KeyFileEntries.of(others, databasePasswords));
        return new KeyRing(others, databasePasswords, file);
    }

    private NamedKey newest(KeySlot slot) {
        return keys(slot).getFirst();
    }

    private List<NamedKey> keys(KeySlot slot) {
        return keys.getOrDefault(slot, List.of());
    }

    @Override
    public String toString() {
        return "KeyRing" + keys.values();
    }
}
