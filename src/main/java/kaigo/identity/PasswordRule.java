package kaigo.identity;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.stereotype.Component;

/** パスワードの条件 (settled 24): at least 12 characters, no classes of characters, not a common one. */
@Component
final class PasswordRule {

    static final int MINIMUM = 12;
    static final int MAXIMUM_BYTES = 72;

    /** What people choose when twelve characters are demanded. Our own short list. */
    private static final Set<String> COMMON = Set.of(
            "123456789012",
            "passwordpassword",
            "password1234",
            "password12345",
            "qwertyuiopas",
            "qwerty123456",
            "abcdefghijkl",
            "abcd12345678",
            "administrator",
            "kaigohokenka",
            "kaigokaigo12",
            // The demo's own.
            "kakuu-no-machi",
            "111111111111",
            "000000000000");

    /** Words of this place (docs/security.md): what is left without them has to be a password by itself. */
    private static final List<String> OWN_WORDS = List.of(
            "kaigo",
            "kiban",
            "hoken",
            "jouhou",
            "shinsei",
            "nintei",
            "kakuu",
            "password",
            "admin",
            "介護",
            "情報",
            "基盤",
            "保険",
            "市役所",
            "町役場",
            "事業所");

    private static final int LEAST_OF_ONES_OWN = 6;

    void check(String password) {
        if (password.codePointCount(0, password.length()) < MINIMUM) {
            throw new IllegalArgumentException("a password has at least " + MINIMUM + " characters");
        }
        if (password.getBytes(java.nio.charset.StandardCharsets.UTF_8).length > MAXIMUM_BYTES) {
            throw new IllegalArgumentException("a password has at most " + MAXIMUM_BYTES + " bytes");
        }
        String lower = password.toLowerCase(Locale.ROOT);
        if (COMMON.contains(lower) || password.chars().distinct().count() < 4 || isOfOwnWords(lower)) {
            throw new IllegalArgumentException("this password is too common");
        }
    }

    private static boolean isOfOwnWords(String lower) {
        String left = lower;
        for (String word : OWN_WORDS) {
            left = left.replace(word, "");
        }
        return left.length() < lower.length() && left.length() < LEAST_OF_ONES_OWN;
    }
}
