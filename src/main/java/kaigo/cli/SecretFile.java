package kaigo.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;

/** 秘密のファイル: one secret, as a vault, systemd or an orchestrator puts it beside a program. */
final class SecretFile {

    /** Bytes. */
    private static final long LONGEST = 4096;

    private SecretFile() {}

    /** Without the end of its line. Throws CommandRefused if others may read it, or it can't be read. */
    static String read(String variable, Path file) {
        try {
            if (Files.getPosixFilePermissions(file).contains(PosixFilePermission.OTHERS_READ)) {
                throw new CommandRefused(
                        variable + ": ほかの利用者が読めます。chmod 400 " + file + " を実行してください。 / others may read it");
            }
            String secret =
                    Files.size(file) > LONGEST ? "" : Files.readString(file).strip();
            if (secret.isEmpty() || secret.lines().count() > 1) {
                throw new CommandRefused(variable + ": 1 行の秘密が書かれていません / not one line: " + file);
            }
            return secret;
        } catch (IOException e) {
            throw new CommandRefused(variable + ": 読めません / can't be read: " + file);
        }
    }
}
