package kaigo.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which passwords may be set, and that one is compared as it was typed. */
class PasswordRuleTest {

    private final PasswordRule rule = new PasswordRule();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "twelve chars",
                "あさひるよるはれくもりあめ",
                "0123 4567 89 12",
                "kaigo-no-hanashi-wo",
                "☂☃☄★☆☉☊☋☌☍☎☏",
            })
    void any_composition_of_twelve_characters_will_do(String password) {
        assertThatCode(() -> rule.check(password)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"eleven char", "", "あさひるよるはれくもり"})
    void fewer_than_twelve_are_refused(String password) {
        assertThatThrownBy(() -> rule.check(password)).hasMessageContaining("at least");
    }

    @Test
    void sixty_four_characters_will_do_and_72_bytes_are_the_end() {
        assertThatCode(() -> rule.check("ab-c".repeat(16))).doesNotThrowAnyException();
        assertThatCode(() -> rule.check("ab-c".repeat(18))).doesNotThrowAnyException();
        assertThatThrownBy(() -> rule.check("ab-c".repeat(18) + "d")).hasMessageContaining("at most");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Password1234",
                "121212121212",
                "kaigohoken2026",
                "Kiban-Kaigo-1",
                "介護保険介護保険基盤情報",
                "admin-password",
            })
    void what_everybody_would_guess_here_is_refused(String password) {
        assertThatThrownBy(() -> rule.check(password))
                .hasMessageContaining("too common")
                .hasMessageNotContaining(password);
    }

    @Test
    void a_password_is_compared_to_its_end() {
        WholePasswords passwords = new WholePasswords();
        String longest = "ab-c".repeat(18);
        String hash = passwords.encode(longest);

        assertThat(passwords.matches(longest, hash)).isTrue();
        assertThat(passwords.matches(longest + "d", hash))
                .as("bcrypt alone would take it")
                .isFalse();
        assertThat(passwords.matches(longest.toUpperCase(java.util.Locale.ROOT), hash))
                .isFalse();
        assertThat(passwords.matches(" " + longest, hash)).isFalse();
        assertThat(hash).as("cost").startsWith("$2a$10$");
    }
}
