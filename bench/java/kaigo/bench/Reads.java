package kaigo.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Reads at a steady pace, whatever the answers take: each is timed from the moment at which it was due. */
final class Reads {

    static final int A_SECOND = 50;

    private final List<Double> milliseconds;

    private Reads(List<Double> milliseconds) {
        this.milliseconds = milliseconds;
    }

    /** Something that ends by itself. */
    interface Meanwhile {
        void run() throws Exception;
    }

    /** @param pages of each sender, opened in turn */
    static Reads during(Map<Sender, List<String>> pages, Meanwhile meanwhile) throws Exception {
        List<Callable<Void>> turns = new ArrayList<>();
        pages.forEach((sender, own) -> own.forEach(page -> turns.add(() -> {
            sender.open(page);
            return null;
        })));
        Collections.shuffle(turns, new java.util.Random(7));
        ConcurrentLinkedQueue<Double> taken = new ConcurrentLinkedQueue<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Void> work = threads.submit(() -> {
                meanwhile.run();
                return null;
            });
            List<Future<Void>> reads = new ArrayList<>();
            long begun = System.nanoTime();
            for (int i = 0; !work.isDone(); i++) {
                long due = begun + i * (1_000_000_000L / A_SECOND);
                TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
                Callable<Void> turn = turns.get(i % turns.size());
                reads.add(threads.submit(() -> {
                    turn.call();
                    taken.add((System.nanoTime() - due) / 1e6);
                    return null;
                }));
            }
            for (Future<Void> read : reads) {
                read.get();
            }
            work.get();
        }
        return new Reads(taken.stream().sorted().toList());
    }

    int count() {
        return milliseconds.size();
    }

    @Override
    public String toString() {
        return "%,d reads, median %.1f ms, p99 %.1f ms".formatted(count(), percentile(50), percentile(99));
    }

    double percentile(int percent) {
        return milliseconds.get(Math.min(milliseconds.size() - 1, milliseconds.size() * percent / 100));
    }
}
