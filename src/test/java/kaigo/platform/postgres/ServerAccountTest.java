package kaigo.platform.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** The account that root lends to the server. */
@EnabledIf("weAreRoot")
class ServerAccountTest {
    private static final String NAME = "kiban-race-" + ProcessHandle.current().pid();

    @TempDir
    Path folder;

    static boolean weAreRoot() throws IOException {
        return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
    }

    @AfterEach
    void no_account_stays_behind() {
        Command.run(List.of("userdel", NAME));
    }

    @Test
    void programs_that_start_at_once_on_a_fresh_machine_share_one_account() throws Exception {
        for (int round = 0; round < 5; round++) {
            var children = new ArrayList<Process>();
            for (int child = 0; child < 4; child++) {
                children.add(child(Files.createTempFile(folder, "owned", "")));
            }
            for (Process child : children) {
                child.getInputStream().read(); // it is up, and waits
            }
            for (Process child : children) {
                child.getOutputStream().close(); // go
            }
            for (Process child : children) {
                assertThat(child.waitFor()).isZero();
            }
            no_account_stays_behind();
        }
    }

    private static Process child(Path file) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Owner.class.getName(),
                        NAME,
                        file.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** A program of its own that gives a file to the account, when told to; arguments: the account's name and the file. */
    static final class Owner {
        public static void main(String[] args) throws IOException {
            Command.run(List.of("true")); // what it takes to begin is loaded
            System.out.println("ready");
            System.in.read();
            ServerAccount.current(args[0]).own(Path.of(args[1]));
        }
    }
}
