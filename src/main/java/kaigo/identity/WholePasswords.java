package kaigo.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;

/**
 * パスワードの照合 by all that was typed. A stored hash names its method, e.g. {@code {sha384-bcrypt}$2a$10$…}, so that several
 * can stand beside one another; one without a name is of before, bcrypt alone.
 */
public final class WholePasswords extends DelegatingPasswordEncoder {

    /** Characters of a password (code points). */
    public static final int LONGEST = 128;

    /** Length of its field: HTML counts UTF-16 units, of which a character takes up to two. */
    public static final int FIELD = 2 * LONGEST;

    private static final String NOW = "sha384-bcrypt";

    public WholePasswords() {
        super(NOW, Map.of(NOW, new Digested()));
        setDefaultPasswordEncoderForMatches(new Plain());
    }

    /** bcrypt looks at 72 bytes: it gets a digest of 64, as text, because it stops at a zero byte. */
    private static final class Digested extends BCryptPasswordEncoder {

        @Override
        protected String encodeNonNullPassword(String typed) {
            return super.encodeNonNullPassword(digest(typed));
        }

        @Override
        protected boolean matchesNonNull(String typed, String hash) {
            return super.matchesNonNull(digest(typed), hash);
        }

        private static String digest(String typed) {
            try {
                byte[] digest = MessageDigest.getInstance("SHA-384").digest(typed.getBytes(StandardCharsets.UTF_8));
                return Base64.getEncoder().encodeToString(digest);
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every JDK has SHA-384", e);
            }
        }
    }

    /** bcrypt alone would let pass whatever follows the first 72 bytes. */
    private static final class Plain extends BCryptPasswordEncoder {

        private static final int BYTES = 72;

        @Override
        protected boolean matchesNonNull(String typed, String hash) {
            return typed.getBytes(StandardCharsets.UTF_8).length <= BYTES && super.matchesNonNull(typed, hash);
        }
    }
}
