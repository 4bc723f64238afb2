package kaigo.identity;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;

/**
 * よく使われ、漏れたパスワード: those of at least {@link PasswordRule#MINIMUM} characters, as the first eight bytes of their
 * SHA-256, sorted (docs/decisions/0028-common-passwords.md).
 */
final class CommonPasswords {

    private static final String RESOURCE = "/data/common-passwords.bin";

    private final long[] digests;

    private CommonPasswords(long[] digests) {
        this.digests = digests;
    }

    /** @param normal as {@link #normal} makes it */
    boolean contains(String normal) {
        return Arrays.binarySearch(digests, digest(normal)) >= 0;
    }

    int size() {
        return digests.length;
    }

    /** Whoever types it wide, narrow or in capitals has chosen the same password. */
    static String normal(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    static long digest(String normal) {
        try {
            byte[] whole = MessageDigest.getInstance("SHA-256").digest(normal.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(whole).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    static CommonPasswords read() {
        try (InputStream in = CommonPasswords.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("not there: " + RESOURCE);
            }
            LongBuffer stored = ByteBuffer.wrap(in.readAllBytes()).asLongBuffer();
            long[] digests = new long[stored.remaining()];
            stored.get(digests);
            return new CommonPasswords(digests);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
