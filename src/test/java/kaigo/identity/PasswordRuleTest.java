package kaigo.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

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

    @ParameterizedTest
    @ValueSource(strings = {"ab-c", "あさひる", "𠮷野家の"})
    void a_hundred_and_twenty_eight_characters_will_do_and_are_the_end(String four) {
        assertThatCode(() -> rule.check(four.repeat(16))).doesNotThrowAnyException();
        assertThatCode(() -> rule.check(four.repeat(32))).doesNotThrowAnyException();
        assertThatThrownBy(() -> rule.check(four.repeat(32) + "d")).hasMessageContaining("at most");
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1qaz2wsx3edc4rfv",
                "mailcreated5240",
                "Unbelievable",
                "QWERTYqwerty",
                "ｆｉｎａｌｆａｎｔａｓｙ",
                "１２３４５６ｑｗｅｒｔｙ",
            })
    void a_common_or_leaked_one_is_refused_however_it_is_written(String password) {
        assertThatThrownBy(() -> rule.check(password))
                .hasMessageContaining("too common")
                .hasMessageNotContaining(password);
    }

    @Test
    void more_than_three_thousand_common_ones_are_known() {
        assertThat(CommonPasswords.read().size()).isGreaterThan(3_000);
    }

    @Test
    void a_password_is_compared_to_its_end() {
        WholePasswords passwords = new WholePasswords();
        String longest = "あさひる".repeat(32);
        String hash = passwords.encode(longest);

        assertThat(passwords.matches(longest, hash)).isTrue();
        assertThat(passwords.matches(longest + "d", hash)).isFalse();
        assertThat(passwords.matches(longest.substring(1), hash)).isFalse();
        assertThat(passwords.matches(" " + longest, hash)).isFalse();
        assertThat(passwords.matches("Ab-c-ab-c-ab", passwords.encode("ab-c-ab-c-ab")))
                .isFalse();
        assertThat(hash).as("method and cost").startsWith("{sha384-bcrypt}$2a$10$");
    }

    @Test
    void a_hash_of_before_is_still_compared_to_the_end_of_what_was_typed() {
        WholePasswords passwords = new WholePasswords();
        String longest = "ab-c".repeat(18);
        String before = new BCryptPasswordEncoder().encode(longest);

        assertThat(passwords.matches(longest, before)).isTrue();
        assertThat(passwords.matches(longest + "d", before))
                .as("bcrypt alone would take it")
                .isFalse();
        assertThat(passwords.matches(longest.substring(1), before)).isFalse();
    }
}
