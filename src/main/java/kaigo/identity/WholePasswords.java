package kaigo.identity;

import java.nio.charset.StandardCharsets;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/** パスワードの照合 by all that was typed: bcrypt alone looks at the first 72 bytes and lets pass whatever follows them. */
public final class WholePasswords extends BCryptPasswordEncoder {

    @Override
    protected boolean matchesNonNull(String typed, String hash) {
        boolean begins = super.matchesNonNull(typed, hash);
        return begins && typed.getBytes(StandardCharsets.UTF_8).length <= PasswordRule.MAXIMUM_BYTES;
    }
}
