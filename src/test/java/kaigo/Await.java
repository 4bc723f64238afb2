package kaigo;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/** Waits for a condition by asking again and again, up to a deadline. */
public final class Await {
    private static final Duration ROUND = Duration.ofMillis(20);

    private Await() {}

    /** A condition that throws counts as not yet true; the last failure is shown when the time is over. */
    public static void until(Callable<Boolean> condition, Duration deadline) {
        long end = System.nanoTime() + deadline.toNanos();
        Exception last = null;
        while (System.nanoTime() < end) {
            try {
                if (condition.call()) {
                    return;
                }
                last = null;
            } catch (Exception notYet) {
                last = notYet;
            }
            LockSupport.parkNanos(ROUND.toNanos());
        }
        throw new AssertionError("not true within " + deadline, last);
    }
}
