package kaigo.keys;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/** A secret of 32 bytes and its id; written as {@code id:base64}, several of them apart by commas, the newest first. */
final class NamedKey {
    static final int BYTES = 32;
    private static final String DEMO = "demo-";
    private static final Pattern FORM = Pattern.compile("([a-z0-9][a-z0-9-]{0,62}):([A-Za-z0-9+/]{43}=)");
    private static final Pattern VERSIONED = Pattern.compile(".*-([0-9]{1,6})-[0-9a-f]{6}");

    final String id;
    private final byte[] secret;

    private NamedKey(String id, byte[] secret) {
        this.id = id;
        this.secret = secret;
    }

    /** The random end keeps apart the keys of two installations, so that a wrong key file is noticed by its ids. */
    static NamedKey random(KeySlot slot, int version, boolean demo, SecureRandom random) {
        byte[] end = new byte[3];
        byte[] secret = new byte[BYTES];
        random.nextBytes(end);
        random.nextBytes(secret);
        String id = (demo ? DEMO : "") + slot.word() + "-" + version + "-"
                + HexFormat.of().formatHex(end);
        return new NamedKey(id, secret);
    }

    /** Empty if any of them is malformed. */
    static Optional<List<NamedKey>> parseAll(String text) {
        List<Optional<NamedKey>> keys = Stream.of(text.split(",", -1))
                .map(String::strip)
                .map(NamedKey::parse)
                .toList();
        boolean whole = keys.stream().allMatch(Optional::isPresent);
        return whole ? Optional.of(keys.stream().map(Optional::orElseThrow).toList()) : Optional.empty();
    }

    private static Optional<NamedKey> parse(String text) {
        Matcher form = FORM.matcher(text);
        return form.matches()
                ? Optional.of(new NamedKey(form.group(1), Base64.getDecoder().decode(form.group(2))))
                : Optional.empty();
    }

    /** 0 where the id was chosen by the operator in another form. */
    int version() {
        Matcher versioned = VERSIONED.matcher(id);
        return versioned.matches() ? Integer.parseInt(versioned.group(1)) : 0;
    }

    /** Stands beside what was hashed with this key, in place of its id: a checksum of the id, four bytes. */
    int mark() {
        CRC32 sum = new CRC32();
        sum.update(id.getBytes(StandardCharsets.US_ASCII));
        return (int) sum.getValue();
    }

    boolean demo() {
        return id.startsWith(DEMO);
    }

    byte[] secret() {
        return secret.clone();
    }

    String text() {
        return id + ":" + Base64.getEncoder().encodeToString(secret);
    }

    @Override
    public String toString() {
        return id;
    }
}
