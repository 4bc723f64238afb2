package kaigo.identity;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Makes the list of {@link CommonPasswords} anew (docs/decisions/0028-common-passwords.md). Arguments: a text file with one
 * password a line, and where to write.
 */
final class CommonPasswordsMaker {

    private CommonPasswordsMaker() {}

    public static void main(String[] args) throws IOException {
        long[] digests = Files.readString(Path.of(args[0]))
                .lines()
                .map(CommonPasswords::normal)
                .filter(password -> password.codePointCount(0, password.length()) >= PasswordRule.MINIMUM)
                .mapToLong(CommonPasswords::digest)
                .sorted()
                .distinct()
                .toArray();
        ByteBuffer bytes = ByteBuffer.allocate(digests.length * Long.BYTES);
        bytes.asLongBuffer().put(digests);
        Files.write(Path.of(args[1]), bytes.array());
    }
}
