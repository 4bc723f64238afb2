package kaigo.bench;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** 八つの読み手: as many at once, each as soon as its last answer is there. */
record Pace(double aSecond, double p99Millis) {

    static final int CLIENTS = 8;

    private static final int WARM_UP_SECONDS = 20;
    private static final int WARM_UP_READS = 10_000;

    /** One of the readers: what it does again and again. */
    interface Reader {
        void read() throws Exception;
    }

    /** @param readers one for each client */
    static Pace of(List<? extends Reader> readers, double seconds) throws Exception {
        Turns turns = new Turns();
        turns.take(readers, seconds);
        return turns.pace();
    }

    /** Until it was read often enough and the rate no longer rises: compilers share the server's core. */
    static void warmUp(List<? extends Reader> readers, PrintStream out) throws Exception {
        double fastest = 0;
        double now = 0;
        double reads = 0;
        do {
            fastest = Math.max(fastest, now);
            now = of(readers, WARM_UP_SECONDS).aSecond();
            reads += now * WARM_UP_SECONDS;
        } while (reads < WARM_UP_READS || now > fastest * 1.03);
        out.printf("  warm after %,.0f reads: %,.0f/s%n", reads, now);
    }

    /** 交互: one of several sides that are measured in short turns, so that what the host takes away it takes from all alike. */
    static final class Turns {

        private final List<Double> taken = new ArrayList<>();
        private double elapsed;

        /** @param readers one for each client */
        void take(List<? extends Reader> readers, double seconds) throws Exception {
            long begun = System.nanoTime();
            long end = begun + (long) (seconds * 1e9);
            List<Callable<List<Double>>> loops = new ArrayList<>();
            for (Reader reader : readers) {
                loops.add(() -> loop(reader, end));
            }
            try (ExecutorService threads = Executors.newFixedThreadPool(readers.size())) {
                for (Future<List<Double>> loop : threads.invokeAll(loops)) {
                    taken.addAll(loop.get());
                }
            }
            elapsed += (System.nanoTime() - begun) / 1e9;
        }

        Pace pace() {
            taken.sort(null);
            return new Pace(taken.size() / elapsed, taken.get(taken.size() * 99 / 100));
        }
    }

    private static List<Double> loop(Reader reader, long end) throws Exception {
        List<Double> taken = new ArrayList<>();
        for (long from = System.nanoTime(); from < end; ) {
            reader.read();
            long until = System.nanoTime();
            taken.add((until - from) / 1e6);
            from = until;
        }
        return taken;
    }
}
