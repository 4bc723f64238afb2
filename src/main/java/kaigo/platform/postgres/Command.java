package kaigo.platform.postgres;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** One short run of another program. */
final class Command {
    record Outcome(int exit, String output) {
        boolean ok() {
            return exit == 0;
        }
    }

    private Command() {}

    static Outcome run(List<String> command) {
        return run(command, "");
    }

    static Outcome run(List<String> command, String input) {
        try {
            Process process = builder(command).redirectErrorStream(true).start();
            try (var in = process.outputWriter(StandardCharsets.UTF_8)) {
                in.write(input);
            } catch (IOException closedBeforeReadingAll) {
                // the exit code and the output say why
            }
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Outcome(process.waitFor(), output.strip());
        } catch (IOException notThere) {
            return new Outcome(127, String.valueOf(notThere.getMessage()));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new Outcome(130, "interrupted");
        }
    }

    /** Messages of the server are read by this program, so they must not follow the caller's language. */
    static ProcessBuilder builder(List<String> command) {
        var builder = new ProcessBuilder(command).directory(new File("/"));
        builder.environment().clear();
        builder.environment().put("PATH", "/usr/sbin:/usr/bin:/sbin:/bin");
        builder.environment().put("LC_ALL", "C");
        builder.environment().put("TZ", "UTC");
        return builder;
    }
}
