package kaigo.viewing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import kaigo.viewing.Watched.Verdict;

/** Many look while others open and close. Who changes waits for a number of looks, so that neither outruns the other. */
final class Contest {

    private static final int LOOKERS = 6;

    private final List<List<Watched>> hands;
    private final Predicate<Lever> reader;
    private final int looks;
    private final int looksForAChange;
    private final AtomicInteger begun = new AtomicInteger();
    private final AtomicInteger changes = new AtomicInteger();
    private final Semaphore turns = new Semaphore(0);
    private final Map<String, AtomicInteger> verdicts = new ConcurrentSkipListMap<>();
    private volatile Watched latest;
    private volatile boolean over;

    /** @param hands levers of each thread that moves some */
    Contest(List<List<Watched>> hands, Predicate<Lever> reader, int looks, int looksForAChange) {
        this.hands = hands;
        this.reader = reader;
        this.looks = looks;
        this.looksForAChange = looksForAChange;
        this.latest = hands.getFirst().getFirst();
    }

    /** How often each verdict, and of which lever if it is a wrong one. */
    Map<String, Integer> run() throws Exception {
        try (ExecutorService pool = Executors.newCachedThreadPool()) {
            List<Future<Void>> changing = new ArrayList<>();
            hands.forEach(hand -> changing.add(pool.submit(moving(hand))));
            List<Callable<Void>> looking = new ArrayList<>();
            for (int i = 0; i < LOOKERS; i++) {
                SplittableRandom random = new SplittableRandom(i);
                looking.add(() -> look(random));
            }
            List<Future<Void>> looked = pool.invokeAll(looking);
            over = true;
            for (Future<Void> one : looked) {
                one.get();
            }
            for (Future<Void> one : changing) {
                one.get();
            }
        }
        Map<String, Integer> counts = new TreeMap<>(Map.of("changes", changes.get()));
        verdicts.forEach((verdict, count) -> counts.put(verdict, count.get()));
        return counts;
    }

    private Callable<Void> moving(List<Watched> hand) {
        return () -> {
            for (int i = 0; !over; i++) {
                if (turns.tryAcquire(100, TimeUnit.MILLISECONDS)) {
                    Watched one = hand.get(i % hand.size());
                    one.change();
                    changes.incrementAndGet();
                    latest = one;
                    note(one);
                }
            }
            return null;
        };
    }

    /** Every other look is at what was changed last. */
    private Void look(SplittableRandom random) {
        List<Watched> all = hands.stream().flatMap(List::stream).toList();
        for (int i = begun.incrementAndGet(); i <= looks; i = begun.incrementAndGet()) {
            note(random.nextBoolean() ? latest : all.get(random.nextInt(all.size())));
            if (i % looksForAChange == 0) {
                turns.release();
            }
        }
        return null;
    }

    private void note(Watched one) {
        Verdict verdict = one.look(reader);
        boolean wrong = verdict == Verdict.SHOWN_AFTER_THE_END || verdict == Verdict.REFUSED_AFTER_THE_GRANT;
        verdicts.computeIfAbsent(wrong ? verdict + " " + one.name : verdict.name(), _ -> new AtomicInteger())
                .incrementAndGet();
    }
}
