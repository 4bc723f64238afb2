package kaigo.platform.postgres;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A running server: its first process and its port. */
record Postmaster(ProcessHandle process, int port) {
    private static final Duration FAST = Duration.ofSeconds(60);
    private static final Duration IMMEDIATE = Duration.ofSeconds(10);

    boolean alive() {
        return process.isAlive();
    }

    /** Fast shutdown (checkpoint, no wait for clients), then immediate, then by force. */
    void stop() {
        if (!signalled("INT", FAST) && !signalled("QUIT", IMMEDIATE)) {
            process.destroyForcibly();
            gone(IMMEDIATE);
        }
    }

    private boolean signalled(String signal, Duration patience) {
        Command.run(List.of("sh", "-c", "kill -s " + signal + " \"$0\"", String.valueOf(process.pid())));
        return gone(patience);
    }

    private boolean gone(Duration patience) {
        try {
            process.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException stillThere) {
            return false;
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            return !process.isAlive();
        }
    }
}
