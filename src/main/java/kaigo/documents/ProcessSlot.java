package kaigo.documents;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The place of one {@link CheckProcess}: it lives on from question to question and is started anew when it has ended. */
final class ProcessSlot implements AutoCloseable {

    private final Duration limit;
    private volatile @Nullable CheckProcess process;

    ProcessSlot(Duration limit) {
        this.limit = limit;
    }

    /** One at a time: the caller sees to that. */
    CheckProcess running() throws IOException {
        CheckProcess before = process;
        if (before != null && before.isAlive()) {
            return before;
        }
        CheckProcess started = CheckProcess.start(limit);
        process = started;
        return started;
    }

    /** Of the process that runs now. */
    Optional<Long> pid() {
        CheckProcess running = process;
        return running != null && running.isAlive() ? Optional.of(running.pid()) : Optional.empty();
    }

    @Override
    public void close() {
        CheckProcess running = process;
        if (running != null) {
            running.end();
        }
    }
}
