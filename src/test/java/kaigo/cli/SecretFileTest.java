package kaigo.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Secrets from files, as a vault puts them there. */
class SecretFileTest {

    private static final String VARIABLE = "KIBAN_MAIL_PASSWORD_FILE";

    @TempDir
    private Path folder;

    @Test
    void a_secret_is_read_from_its_file_before_the_environment() throws IOException {
        Path file = file("kaze-no-tani\n", "r--------");
        Map<String, String> environment = Map.of(VARIABLE, file.toString(), "KIBAN_MAIL_PASSWORD", "another");
        assertThat(Setting.MAIL_PASSWORD.isSet(environment)).isTrue();
        assertThat(Setting.MAIL_PASSWORD.in(environment)).isEqualTo("kaze-no-tani");
    }

    @Test
    void what_others_may_read_or_is_no_secret_is_refused_by_name_and_never_shown() throws IOException {
        refused(file("kaze-no-tani", "r--r--r--"), "chmod 400");
        refused(file("", "r--------"), "1 行の秘密");
        refused(file("kaze\nno-tani", "r--------"), "1 行の秘密");
        refused(file("kaze-no-tani".repeat(500), "r--------"), "1 行の秘密");
        refused(folder.resolve("none"), "読めません");
    }

    @Test
    void only_secrets_come_from_files() throws IOException {
        Path file = file("x", "r--------");
        assertThat(Setting.MAIL_USER.in(Map.of("KIBAN_MAIL_USER_FILE", file.toString())))
                .isEmpty();
    }

    private void refused(Path file, String why) {
        assertThatThrownBy(() -> Setting.MAIL_PASSWORD.in(Map.of(VARIABLE, file.toString())))
                .isInstanceOf(CommandRefused.class)
                .hasMessageContaining(VARIABLE)
                .hasMessageContaining(why)
                .hasMessageNotContaining("kaze");
    }

    private Path file(String content, String permissions) throws IOException {
        Path file = Files.createTempFile(folder, "secret", "");
        Files.writeString(file, content);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    }
}
