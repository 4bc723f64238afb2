package kaigo.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** 八つの読み手: as many at once, each as soon as its last answer is there. */
record Pace(double aSecond, double p99Millis) {

    static final int CLIENTS = 8;

    /** One of the readers: what it does again and again. */
    interface Reader {
        void read() throws Exception;
    }

    /** @param readers one for each client */
    static Pace of(List<? extends Reader> readers, double seconds) throws Exception {
        long end = System.nanoTime() + (long) (seconds * 1e9);
        long begun = System.nanoTime();
        List<Callable<List<Double>>> loops = new ArrayList<>();
        for (Reader reader : readers) {
            loops.add(() -> loop(reader, end));
        }
        List<Double> taken = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(readers.size())) {
            for (Future<List<Double>> loop : threads.invokeAll(loops)) {
                taken.addAll(loop.get());
            }
        }
        double elapsed = (System.nanoTime() - begun) / 1e9;
        taken.sort(null);
        return new Pace(taken.size() / elapsed, taken.get(taken.size() * 99 / 100));
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
