package kaigo.identity;

import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** パスワードの条件 (settled 24): 12 to 128 characters, no classes of characters, neither a common nor a leaked one. */
@Component
final class PasswordRule {

    static final int MINIMUM = 12;

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

    private final CommonPasswords leaked = CommonPasswords.read();

    void check(String password) {
        int characters = password.codePointCount(0, password.length());
        if (characters < MINIMUM) {
            throw new IllegalArgumentException("a password has at least " + MINIMUM + " characters");
        }
        if (characters > WholePasswords.LONGEST) {
            throw new IllegalArgumentException("a password has at most " + WholePasswords.LONGEST + " characters");
        }
        String normal = CommonPasswords.normal(password);
        if (isCommon(normal) || normal.chars().distinct().count() < 4 || isOfOwnWords(normal)) {
            throw new IllegalArgumentException("this password is too common");
        }
    }

    private boolean isCommon(String normal) {
        return COMMON.contains(normal) || leaked.contains(normal);
    }

    private static boolean isOfOwnWords(String normal) {
        String left = normal;
        for (String word : OWN_WORDS) {
            left = left.replace(word, "");
        }
        return left.length() < normal.length() && left.length() < LEAST_OF_ONES_OWN;
    }
}
