package kaigo.bench;

import java.lang.management.ManagementFactory;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The heap that is in use after a full collection, again and again: what a load really holds. Not while times are taken. */
final class LiveHeap {

    private @Nullable Thread thread;
    private volatile boolean going;
    private long peak;

    void start() {
        peak = 0;
        going = true;
        thread = Thread.ofPlatform().daemon().start(() -> {
            while (going) {
                sample();
            }
        });
    }

    private void sample() {
        System.gc();
        peak = Math.max(
                peak, ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
        try {
            TimeUnit.MILLISECONDS.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Bytes at most since {@link #start}. */
    long peak() {
        going = false;
        try {
            if (thread != null) {
                thread.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return peak;
    }
}
